namespace Inspection.App.Publication;

internal static class PublicationRegistration
{
    /// <summary>Adds the public tables of results, their queries and files.</summary>
    public static IHostApplicationBuilder AddPublication(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PublicMonths>();
        services.AddSingleton<PublicNames>();
        services.AddSingleton<PublicResultStore>();
        services.AddSingleton<ResultFinder>();
        return builder;
    }
}

namespace Inspection.App.Demonstration;

internal static class DemonstrationRegistration
{
    /// <summary>Fills an empty store once the service answers, in Development. Each capability has added its own part.</summary>
    public static IHostApplicationBuilder AddDemonstration(this IHostApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            return builder;
        builder.Services.AddSingleton<DemonstrationStore>();
        builder.Services.AddHostedService<FillStore>();
        return builder;
    }
}

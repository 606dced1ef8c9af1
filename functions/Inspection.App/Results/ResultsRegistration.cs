using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Inspection.App.Results;

internal static class ResultsRegistration
{
    public static IHostApplicationBuilder AddResults(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ResultStore>();
        services.AddSingleton<ResultsToPublish>();
        services.TryAddSingleton<IResultPublisher, LeftToQueue>();
        services.AddVisits();
        return builder;
    }

    private static void AddVisits(this IServiceCollection services)
    {
        services.AddSingleton<VisitFinder>();
        services.AddSingleton<ResultLookup>();
        services.AddSingleton<VisitDesk>();
        services.AddSingleton<VisitViews>();
    }
}

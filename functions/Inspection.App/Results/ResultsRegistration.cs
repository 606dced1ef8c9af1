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
        return builder;
    }
}

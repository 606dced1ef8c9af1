using Inspection.App.Demonstration;
using Inspection.App.Jobs;
using Inspection.App.Results;

namespace Inspection.App.Publication;

internal static class PublicationRegistration
{
    /// <summary>Adds the public tables of results, their queries and files, and what writes them.</summary>
    public static IHostApplicationBuilder AddPublication(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PublicMonths>();
        services.AddSingleton<PublicNames>();
        services.AddSingleton<BulkChanges>();
        services.AddSingleton<BulkStore>();
        services.AddSingleton<BulkMaker>();
        services.AddSingleton<PublicResultStore>();
        services.AddSingleton<ResultFinder>();
        services.AddSingleton<ResultSorter>();
        services.AddSingleton<PublicCorrectionStore>();
        services.AddSingleton<SettledDraws>();
        services.AddSingleton<OverdueFinder>();
        services.AddSingleton<OverdueResults>();
        services.AddSingleton<DeadlineStore>();
        services.AddSingleton<PublicResultMaker>();
        services.AddSingleton<IResultPublisher, ResultPublisher>();
        services.AddSingleton<PublishDue>();
        services.AddSingleton<IJob>(static provider => provider.GetRequiredService<PublishDue>());
        services.AddSingleton<CreditExport>();
        services.AddSingleton<WatchDeadlines>();
        services.AddSingleton<IJob>(static provider => provider.GetRequiredService<WatchDeadlines>());
        services.AddSingleton<IDemonstrationPart, SampleResults>();
        return builder;
    }
}

using Inspection.App.Jobs;
using Inspection.App.Settings;

namespace Inspection.App.Oversight;

internal static class OversightRegistration
{
    public static IHostApplicationBuilder AddOversight(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<OversightOptions>();
        var services = builder.Services;
        services.AddSingleton<JsonBlobs>();
        services.AddSingleton<TraceStore>();
        services.AddSingleton<TraceMaker>();
        services.AddSingleton<FairnessReader>();
        services.AddSingleton<FactReader>();
        services.AddSingleton<FigureStore>();
        services.AddSingleton<FigureMaker>();
        services.AddSingleton<WatchListStore>();
        services.AddSingleton<WatchProposer>();
        services.AddSingleton<WatchDesk>();
        services.AddSingleton<LeadStore>();
        services.AddSingleton<PublicLeadStore>();
        services.AddSingleton<LeadSeal>();
        services.AddSingleton<LeadFiles>();
        services.AddSingleton<Reporting>();
        services.AddSingleton<Triage>();
        services.AddSingleton<Oversee>();
        services.AddSingleton<IJob>(static provider => provider.GetRequiredService<Oversee>());
        return builder;
    }
}

using Inspection.App.Settings;

namespace Inspection.App.Results;

internal static class ResultsRegistration
{
    public static IHostApplicationBuilder AddResults(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<ResultOptions>();
        var services = builder.Services;
        services.AddSingleton<ResultStore>();
        services.AddSingleton<ResultsToPublish>();
        services.AddObjections();
        services.AddVisits();
        services.AddSingleton<WaitingIndex>();
        services.AddSingleton<ResultReader>();
        services.AddSingleton<ResultViews>();
        services.AddSingleton<Recording>();
        services.AddSingleton<EvidenceFiles>();
        services.AddSingleton<EvidenceDesk>();
        services.AddSingleton<ResultAnnouncer>();
        services.AddSingleton<Reviewing>();
        services.AddSingleton<Correcting>();
        services.AddSingleton<FollowingUp>();
        services.AddSingleton<WaitingResults>();
        return builder;
    }

    private static void AddVisits(this IServiceCollection services)
    {
        services.AddSingleton<VisitFinder>();
        services.AddSingleton<ResultLookup>();
        services.AddSingleton<VisitDesk>();
        services.AddSingleton<VisitViews>();
    }

    private static void AddObjections(this IServiceCollection services)
    {
        services.AddSingleton<ObjectionStore>();
        services.AddSingleton<PublicObjectionStore>();
        services.AddSingleton<PublicObjections>();
        services.AddSingleton<Objecting>();
        services.AddSingleton<Answering>();
        services.AddSingleton<WaitingObjections>();
    }
}

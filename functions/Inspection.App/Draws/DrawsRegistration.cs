using Inspection.App.Demonstration;
using Inspection.App.Settings;

namespace Inspection.App.Draws;

internal static class DrawsRegistration
{
    public static IHostApplicationBuilder AddDraws(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<DrawOptions>();
        var services = builder.Services;
        services.AddSingleton<DrawStore>();
        services.AddSingleton<DrawFiles>();
        services.AddSingleton<SelectionStore>();
        services.AddSingleton<ContributionStore>();
        services.AddSingleton<PublicDrawStore>();
        services.AddSingleton<DrawTasks>();
        services.AddSingleton<DrawAnnouncer>();
        services.AddSingleton<Ceremony>();
        services.AddSingleton<EntropySource>();
        services.AddSingleton<DrawRequests>();
        services.AddSingleton<Shortages>();
        services.AddSingleton<DrawCommitter>();
        services.AddSingleton<DrawRevealer>();
        services.AddSingleton<SelectionViews>();
        services.AddSingleton<Certificates>();
        services.AddSingleton<Replacing>();
        services.AddSingleton<Voiding>();
        services.AddSingleton<Closing>();
        services.AddSingleton<DrawService>();
        services.AddSingleton<AdvanceDraws>();
        services.AddDrawJobs();
        services.AddSingleton<IDemonstrationPart, SampleDraw>();
        return builder;
    }
}

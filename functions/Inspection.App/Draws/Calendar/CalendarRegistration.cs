using Inspection.App.Jobs;

namespace Inspection.App.Draws;

internal static class CalendarRegistration
{
    /// <summary>Adds the jobs of draws, which need an <see cref="ITaskDraws"/> and an <see cref="IDrawAdvancer"/>.</summary>
    public static IServiceCollection AddDrawJobs(this IServiceCollection services) => services
        .AddSingleton<IJob, MonthlyDraw>()
        .AddSingleton<IJob, AdvanceDraws>();
}

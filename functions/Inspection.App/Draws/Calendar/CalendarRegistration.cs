using Inspection.App.Jobs;

namespace Inspection.App.Draws;

internal static class CalendarRegistration
{
    /// <summary>Adds the jobs of draws.</summary>
    public static IServiceCollection AddDrawJobs(this IServiceCollection services) => services
        .AddSingleton<ITaskDraws, TaskDraws>()
        .AddSingleton<MonthlyDraw>()
        .AddSingleton<IJob>(static provider => provider.GetRequiredService<MonthlyDraw>())
        .AddSingleton<IJob>(static provider => provider.GetRequiredService<AdvanceDraws>());
}

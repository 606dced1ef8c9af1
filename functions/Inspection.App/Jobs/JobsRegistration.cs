namespace Inspection.App.Jobs;

internal static class JobsRegistration
{
    /// <summary>Adds what jobs need to be run and shown. Each capability adds its own as <see cref="IJob"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobStore>()
        .AddSingleton<JobRunner>()
        .AddSingleton<JobBoard>()
        .AddSingleton<JobTimers>();

    /// <summary>Adds the calendar, in a process that is its own. Azure Functions has timers instead.</summary>
    public static IServiceCollection AddJobScheduler(this IServiceCollection services) =>
        services.AddHostedService<JobScheduler>();
}

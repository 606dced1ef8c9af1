namespace Inspection.App.Jobs;

/// <summary>The calendar of a process that has no other: looks after each job by itself, so that a long one delays no other.</summary>
internal sealed class JobScheduler(IEnumerable<IJob> jobs, JobRunner runner, TimeProvider clock, ILogger<JobScheduler> log)
    : BackgroundService
{
    /// <summary>How long a job is not looked at, at most: the store may tell of another process that died with it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>How long to leave a job alone that is due and that somebody else runs.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(jobs.Select(job => LookAfterAsync(job, stoppingToken)));

    private async Task LookAfterAsync(IJob job, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var wait = await LookAsync(job, cancellation);
            await Task.Delay(wait, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How long to wait until the next look.</returns>
    private async Task<TimeSpan> LookAsync(IJob job, CancellationToken cancellation)
    {
        try
        {
            var state = await runner.RunIfDueAsync(job, cancellation);
            var now = clock.GetUtcNow();
            var wait = state.NextAt(JobRunner.ScheduleOf(job), now) - now ?? LongestWait;
            if (wait <= TimeSpan.Zero)
                return Busy;
            return wait < LongestWait ? wait : LongestWait;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // The edge: a store that cannot be reached for a while does not end the calendar.
            log.LogError(error, "Job {Job} could not be looked after", job.Name);
            return LongestWait;
        }
    }
}

namespace Inspection.App.Jobs;

/// <summary>The calendar of a host that has timers of its own, one for each job.</summary>
public sealed class JobTimers(IEnumerable<IJob> jobs, JobRunner runner)
{
    /// <summary>
    /// Runs whatever is due, not only the job whose timer fired: a job that was missed, that is to be tried again, or whose
    /// timer fired a moment too early is so run at the next timer of any other.
    /// </summary>
    public Task RunDueAsync(CancellationToken cancellation) =>
        Task.WhenAll(jobs.Select(job => runner.RunIfDueAsync(job, cancellation)));
}

using Cronos;
using Inspection.App.Storage;

namespace Inspection.App.Jobs;

/// <summary>Runs a job where it is due, under a lease, so that of several processes one runs it.</summary>
public sealed class JobRunner(ITableStore tables, JobStore jobs, TimeProvider clock, ILogger<JobRunner> log)
{
    private const int MaxDetail = 4000;

    /// <summary>Runs the job if it is due and nobody else runs it.</summary>
    /// <returns>Its state afterwards.</returns>
    public async Task<JobState> RunIfDueAsync(IJob job, CancellationToken cancellation)
    {
        var state = await jobs.FindOrAddAsync(job.Name, clock.GetUtcNow(), cancellation);
        if (state.DueAt(ScheduleOf(job), clock.GetUtcNow()) is null)
            return state;
        try
        {
            // Whoever held the lease until now may have done it: the work begins with another look.
            await LeasedWork.TryRunAsync(tables, clock, $"job {job.Name}", held => RunAsync(job, held), cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning("Job {Job} was stopped, because its lease was lost to another process", job.Name);
        }

        return await jobs.FindOrAddAsync(job.Name, clock.GetUtcNow(), cancellation);
    }

    /// <summary>The job's times, read from its schedule.</summary>
    public static CronExpression ScheduleOf(IJob job) => CronExpression.Parse(job.Schedule, CronFormat.IncludeSeconds);

    private async Task RunAsync(IJob job, CancellationToken cancellation)
    {
        var state = await jobs.FindOrAddAsync(job.Name, clock.GetUtcNow(), cancellation);
        if (state.DueAt(ScheduleOf(job), clock.GetUtcNow()) is not { } slot)
            return;
        if (await jobs.ReplaceAsync(state.Started(slot, clock.GetUtcNow()), cancellation) is not { } started)
            return;
        if (started.IsCatchingUp)
            log.LogWarning("Job {Job} was missed at {Due:u} and is caught up now", job.Name, slot);
        // Refused where another process took over meanwhile; then its word stands.
        await jobs.ReplaceAsync(await AttemptAsync(job, started, cancellation), cancellation);
    }

    private async Task<JobState> AttemptAsync(IJob job, JobState started, CancellationToken cancellation)
    {
        try
        {
            var report = await job.RunAsync(cancellation);
            if (!report.IsComplete)
                log.LogWarning("Job {Job} is incomplete: {Detail}", job.Name, report.Detail);
            var outcome = report.IsComplete ? JobOutcome.Succeeded : JobOutcome.Incomplete;
            return started.Ended(outcome, Short(report.Detail), clock.GetUtcNow());
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // The edge: whatever a job throws is kept and logged, and the process goes on.
            log.LogError(error, "Job {Job} failed", job.Name);
            return started.Ended(JobOutcome.Failed, Short($"{error.GetType().Name}: {error.Message}"), clock.GetUtcNow());
        }
    }

    private static string Short(string detail) => detail.Length <= MaxDetail ? detail : detail[..MaxDetail];
}

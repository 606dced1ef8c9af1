using Cronos;
using Inspection.App.Storage;

namespace Inspection.App.Jobs;

/// <summary>Runs a job where it is due, under a lease, so that of several processes one runs it.</summary>
internal sealed class JobRunner(ITableStore tables, JobStore jobs, TimeProvider clock, ILogger<JobRunner> log)
{
    private const int MaxDetail = 4000;

    private static readonly TimeSpan LeaseDuration = TimeSpan.FromMinutes(2);

    /// <summary>Runs the job if it is due and nobody else runs it.</summary>
    /// <returns>Its state afterwards.</returns>
    public async Task<JobState> RunIfDueAsync(IJob job, CancellationToken cancellation)
    {
        var schedule = ScheduleOf(job);
        var state = await jobs.FindOrAddAsync(job.Name, clock.GetUtcNow(), cancellation);
        if (state.DueAt(schedule, clock.GetUtcNow()) is null)
            return state;
        await using var lease = await Lease.TryTakeAsync(tables, clock, $"job {job.Name}", LeaseDuration, cancellation);
        if (lease is null)
            return state;
        // Whoever held the lease until now may have done it.
        state = await jobs.FindOrAddAsync(job.Name, clock.GetUtcNow(), cancellation);
        if (state.DueAt(schedule, clock.GetUtcNow()) is not { } slot)
            return state;
        var started = await jobs.ReplaceAsync(state.Started(slot, clock.GetUtcNow()), cancellation);
        return started is null ? state : await RunAsync(job, started, lease, cancellation);
    }

    /// <summary>The job's times, read from its schedule.</summary>
    public static CronExpression ScheduleOf(IJob job) => CronExpression.Parse(job.Schedule, CronFormat.IncludeSeconds);

    private async Task<JobState> RunAsync(IJob job, JobState started, Lease lease, CancellationToken cancellation)
    {
        if (started.MissedAt == started.LastDueAt)
            log.LogWarning("Job {Job} was missed at {Due:u} and is caught up now", job.Name, started.LastDueAt);
        using var holding = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var keeping = KeepAsync(lease, holding);
        try
        {
            var ended = await AttemptAsync(job, started, holding.Token);
            // Another process took over where the row changed meanwhile; then its word stands.
            return await jobs.ReplaceAsync(ended, cancellation) ?? started;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The lease was lost; whoever has it now runs the job.
            return started;
        }
        finally
        {
            await holding.CancelAsync();
            await keeping;
        }
    }

    private async Task<JobState> AttemptAsync(IJob job, JobState started, CancellationToken cancellation)
    {
        try
        {
            var report = await job.RunAsync(cancellation);
            var outcome = report.IsComplete ? JobOutcome.Succeeded : JobOutcome.Incomplete;
            if (!report.IsComplete)
                log.LogWarning("Job {Job} is incomplete: {Detail}", job.Name, report.Detail);
            return started.Ended(outcome, Short(report.Detail), clock.GetUtcNow());
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // The edge: whatever a job throws is kept and logged, and the process goes on.
            log.LogError(error, "Job {Job} failed", job.Name);
            return started.Ended(JobOutcome.Failed, Short($"{error.GetType().Name}: {error.Message}"), clock.GetUtcNow());
        }
    }

    /// <summary>Holds the lease while the job runs. Where it cannot be held any longer, the job is stopped.</summary>
    private async Task KeepAsync(Lease lease, CancellationTokenSource holding)
    {
        try
        {
            do
            {
                await Task.Delay(LeaseDuration / 4, clock, holding.Token);
            }
            while (await lease.RenewAsync(holding.Token));
            log.LogWarning("The lease of {Lease} was lost to another process; this run stops", lease.Name);
        }
        catch (OperationCanceledException) when (holding.IsCancellationRequested)
        {
            // The job ended.
        }
        finally
        {
            await holding.CancelAsync();
        }
    }

    private static string Short(string detail) => detail.Length <= MaxDetail ? detail : detail[..MaxDetail];
}

namespace Inspection.App.Jobs;

/// <summary>Every job with how its last run went.</summary>
public sealed class JobBoard(IEnumerable<IJob> jobs, JobStore store, TimeProvider clock)
{
    public async Task<IReadOnlyList<JobView>> ListAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var views = new List<JobView>();
        foreach (var job in jobs.OrderBy(static job => job.Name, StringComparer.Ordinal))
        {
            var state = await store.FindAsync(job.Name, cancellation) ?? new JobState { Name = job.Name, HandledUntil = now };
            views.Add(JobView.Of(job, state, now));
        }

        return views;
    }
}

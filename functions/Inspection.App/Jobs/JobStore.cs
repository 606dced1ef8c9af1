using Azure;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Jobs;

/// <summary>The state of the jobs: table <c>jobs</c>, one partition, a row for each job.</summary>
public sealed class JobStore(ITableStore tables)
{
    private const string Table = "jobs";
    private const string Partition = "job";

    public async Task<JobState?> FindAsync(string name, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, Partition, TableKey.Escape(name), cancellation) is { } row ? State(row) : null;

    /// <summary>The job's state; a job that was never seen has nothing to catch up from before now.</summary>
    public async Task<JobState> FindOrAddAsync(string name, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (await FindAsync(name, cancellation) is { } known)
            return known;
        var fresh = new JobState { Name = name, HandledUntil = now };
        var added = await tables.InsertAsync(Table, Row(fresh), cancellation);
        return added.Done
            ? fresh with { ETag = added.ETag.ToString() }
            : await FindAsync(name, cancellation) ?? throw new InvalidOperationException($"the row of job {name} is gone; jobs are never deleted");
    }

    /// <returns>The state with its new version, or null where another process wrote it since it was read.</returns>
    public async Task<JobState?> ReplaceAsync(JobState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var result = await tables.ReplaceAsync(Table, Row(state), new ETag(state.ETag), cancellation);
        return result.Done ? state with { ETag = result.ETag.ToString() } : null;
    }

    private static TableEntity Row(JobState state) => new(Partition, TableKey.Escape(state.Name))
    {
        [nameof(JobState.HandledUntil)] = state.HandledUntil,
        [nameof(JobState.LastDueAt)] = state.LastDueAt,
        [nameof(JobState.StartedAt)] = state.StartedAt,
        [nameof(JobState.EndedAt)] = state.EndedAt,
        [nameof(JobState.Outcome)] = state.Outcome.ToString(),
        [nameof(JobState.Detail)] = state.Detail,
        [nameof(JobState.MissedAt)] = state.MissedAt,
        [nameof(JobState.CaughtUpAt)] = state.CaughtUpAt,
    };

    private static JobState State(TableEntity row) => new()
    {
        Name = TableKey.Unescape(row.RowKey),
        HandledUntil = row.GetDateTimeOffset(nameof(JobState.HandledUntil))
            ?? throw new InvalidOperationException($"the row of job {row.RowKey} does not say what is handled"),
        Outcome = Enum.Parse<JobOutcome>(row.GetString(nameof(JobState.Outcome))),
        Detail = row.GetString(nameof(JobState.Detail)),
        LastDueAt = row.GetDateTimeOffset(nameof(JobState.LastDueAt)),
        StartedAt = row.GetDateTimeOffset(nameof(JobState.StartedAt)),
        EndedAt = row.GetDateTimeOffset(nameof(JobState.EndedAt)),
        MissedAt = row.GetDateTimeOffset(nameof(JobState.MissedAt)),
        CaughtUpAt = row.GetDateTimeOffset(nameof(JobState.CaughtUpAt)),
        ETag = row.ETag.ToString(),
    };
}

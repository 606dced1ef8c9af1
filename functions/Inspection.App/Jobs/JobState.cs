using Cronos;

namespace Inspection.App.Jobs;

/// <summary>How a job's last run ended.</summary>
public enum JobOutcome
{
    /// <summary>It was never run.</summary>
    None,

    /// <summary>It runs, or the process that ran it died; then the next one that looks runs it again.</summary>
    Running,

    Succeeded,

    /// <summary>It could not do everything that was due; it is tried again.</summary>
    Incomplete,

    /// <summary>It broke off with an error; it is tried again.</summary>
    Failed,
}

/// <summary>
/// What is kept of a job between its runs. Its schedule makes slots in time; the job is due while the latest slot is not
/// handled. However many slots were missed, the latest one stands for all of them.
/// </summary>
public sealed record JobState
{
    /// <summary>How long after a run that did not succeed the same slot is tried again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);

    /// <summary>A run that starts later than this after its time was missed and is caught up.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(2);

    public required string Name { get; init; }

    /// <summary>Slots up to here are done. A job that is seen for the first time has missed nothing.</summary>
    public required DateTimeOffset HandledUntil { get; init; }

    /// <summary>The slot of the last run.</summary>
    public DateTimeOffset? LastDueAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public JobOutcome Outcome { get; init; }

    /// <summary>What the last run did, or its error.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The latest slot that was missed, because nothing ran at that time.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>When the missed slot was caught up.</summary>
    public DateTimeOffset? CaughtUpAt { get; init; }

    /// <summary>Whether this run is for a slot that was missed.</summary>
    public bool IsCatchingUp => LastDueAt is not null && LastDueAt == MissedAt;

    /// <summary>The version that was read.</summary>
    public string ETag { get; init; } = "";

    /// <summary>The slot to run now, or null where nothing is due.</summary>
    public DateTimeOffset? DueAt(CronExpression schedule, DateTimeOffset now) =>
        OpenSlot(schedule, now) is { } slot && (RetryAt(slot) is not { } retry || retry <= now) ? slot : null;

    /// <summary>When it is due next; now, or earlier, where it is due.</summary>
    public DateTimeOffset? NextAt(CronExpression schedule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var next = schedule.GetNextOccurrence(now, TimeZoneInfo.Utc);
        if (OpenSlot(schedule, now) is not { } slot)
            return next;
        var retry = RetryAt(slot) ?? slot;
        return next < retry ? next : retry;
    }

    /// <summary>The state of a run that starts.</summary>
    public JobState Started(DateTimeOffset slot, DateTimeOffset now)
    {
        var isMissed = LastDueAt != slot && now - slot > Punctual;
        return this with
        {
            LastDueAt = slot,
            StartedAt = now,
            EndedAt = null,
            Outcome = JobOutcome.Running,
            Detail = "",
            MissedAt = isMissed ? slot : MissedAt,
            CaughtUpAt = isMissed ? null : CaughtUpAt,
        };
    }

    /// <summary>The state after a run. A slot counts as handled only if all was done.</summary>
    public JobState Ended(JobOutcome outcome, string detail, DateTimeOffset now)
    {
        var isHandled = outcome == JobOutcome.Succeeded;
        return this with
        {
            EndedAt = now,
            Outcome = outcome,
            Detail = detail,
            HandledUntil = isHandled && LastDueAt is { } slot ? slot : HandledUntil,
            CaughtUpAt = isHandled && MissedAt is not null ? CaughtUpAt ?? now : CaughtUpAt,
        };
    }

    private DateTimeOffset? OpenSlot(CronExpression schedule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var slot = schedule.GetPreviousOccurrence(now, TimeZoneInfo.Utc, inclusive: true);
        return slot > HandledUntil ? slot : null;
    }

    // A run that never ended was cut off, and is not waited for: the lease says whether it still runs.
    private DateTimeOffset? RetryAt(DateTimeOffset slot) => LastDueAt == slot ? EndedAt + RetryAfter : null;
}

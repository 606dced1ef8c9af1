using Azure;
using Inspection.App.Languages;
using Inspection.App.Outcomes;

namespace Inspection.App.Oversight;

/// <summary>Where an enterprise stands with the watch list. The names are stable.</summary>
public enum WatchState
{
    /// <summary>Repeated problems: guidance is due.</summary>
    [Label("预警", "Warned")]
    Warned,

    /// <summary>Still uncorrected after guidance: a person decides.</summary>
    [Label("拟列入", "Proposed")]
    Proposed,

    [Label("已列入", "Listed")]
    Listed,

    /// <summary>Proposed, and not entered; new problems propose it again.</summary>
    [Label("不予列入", "Declined")]
    Declined,

    [Label("已移出", "Removed")]
    Removed,
}

/// <summary>A decision about an enterprise on the watch list.</summary>
/// <param name="State">What it led to; the same state for a review that keeps it listed.</param>
/// <param name="By">Who decided; the calendar for what the rule led to.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record WatchStep(WatchState State, string By, DateTimeOffset At, string Reason);

/// <summary>
/// An enterprise that the rule of the watch list speaks of. The rule warns and proposes; a person enters, declines, keeps
/// and removes, each with a reason. All of it is internal.
/// </summary>
public sealed record WatchEntry : IVersioned
{
    public required string Uscc { get; init; }

    /// <summary>Its name when the rule first spoke of it.</summary>
    public required string Name { get; init; }

    public required WatchState State { get; init; }

    /// <summary>The problems that the rule saw last, the newest first.</summary>
    public required IReadOnlyList<ProblemSeen> Problems { get; init; }

    /// <summary>The days of the guidance that it was given.</summary>
    public required IReadOnlyList<DateOnly> Guidance { get; init; }

    /// <summary>Every decision, the oldest first.</summary>
    public required IReadOnlyList<WatchStep> Steps { get; init; }

    /// <summary>For one that is listed, the day by which it is reviewed.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>The version that was read; set by the store.</summary>
    internal ETag ETag { get; init; }

    ETag IVersioned.ETag => ETag;
}

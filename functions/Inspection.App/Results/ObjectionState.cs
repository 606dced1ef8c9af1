using Inspection.App.Languages;

namespace Inspection.App.Results;

/// <summary>Where an objection (异议) of an enterprise stands.</summary>
public enum ObjectionState
{
    [Label("已受理", "Received")]
    Received,

    /// <summary>An answer is written and waits for the approval of a second person.</summary>
    [Label("审核中", "Under review")]
    UnderReview,

    [Label("异议成立", "Upheld")]
    Upheld,

    [Label("异议不成立", "Not upheld")]
    Dismissed,
}

namespace Inspection.App.Results;

/// <summary>A result as it was handed to the review. It is kept as it was, whatever came of it.</summary>
public sealed record Submission
{
    /// <summary>Counts the submissions of a result over all its revisions, from 1.</summary>
    public required int Number { get; init; }

    public required int Revision { get; init; }

    public required ResultTerms Terms { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Why it corrects the revision before, in words that become public; empty for the first.</summary>
    public string CorrectionReason { get; init; } = "";

    /// <summary>Everybody who wrote on it: none of them reviews it.</summary>
    public required IReadOnlyList<string> Recorders { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static Submission Of(InspectionResult submitted) => new()
    {
        Number = submitted.Submission,
        Revision = submitted.Revision,
        Terms = submitted.Terms,
        Evidence = submitted.Evidence,
        CorrectionReason = submitted.CorrectionReason,
        Recorders = submitted.Recorders,
        By = submitted.SubmittedBy,
        At = submitted.SubmittedAt!.Value,
    };
}

/// <summary>What a reviewer said of a submission.</summary>
/// <param name="Submission">Which one.</param>
/// <param name="Approve">Whether it becomes public; otherwise it goes back to the team.</param>
/// <param name="Opinion">The reviewer's words; never public.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Review(int Submission, bool Approve, string Opinion, string By, DateTimeOffset At);

/// <summary>A revision that was approved and is public or about to be. It never changes.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Terms">What it says.</param>
/// <param name="Reason">Why it corrects the one before, in words that are public; empty for the first.</param>
/// <param name="SubmittedAt">When it was handed to the review.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="ApprovedAt">When.</param>
public sealed record ApprovedRevision(
    int Number, ResultTerms Terms, string Reason, DateTimeOffset SubmittedAt, string ApprovedBy, DateTimeOffset ApprovedAt);

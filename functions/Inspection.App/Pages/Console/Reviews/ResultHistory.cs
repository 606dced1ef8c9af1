using Inspection.App.Results;

namespace Inspection.App.Pages.Console;

/// <summary>Something that was handed to the review, with what changed since the time before and what came of it.</summary>
/// <param name="Submission">It.</param>
/// <param name="Review">What a reviewer said; null while it waits.</param>
/// <param name="Changes">What it says differently than the one before; everything where it is the first.</param>
/// <param name="IsFirst">Whether there is none before it.</param>
internal sealed record ResultStep(Submission Submission, Review? Review, IReadOnlyList<ConflictRow> Changes, bool IsFirst);

/// <summary>A result as people read it who may: as it is, and all that it was.</summary>
/// <param name="Address">Where its pages are.</param>
/// <param name="Whole">The result.</param>
/// <param name="Visit">The visit; null where it is not made any more.</param>
internal sealed record ResultHistory(VisitAddress Address, WholeResult Whole, VisitAtHand? Visit)
{
    /// <summary>The enterprise.</summary>
    public string Name => Visit?.Name ?? Address.Uscc;

    public InspectionResult Result => Whole.Result;

    public ShownTerms Terms => new(Result.Terms, NameOf);

    public string NameOf(string itemCode) => Visit?.NameOf(itemCode) ?? itemCode;

    /// <summary>Every submission, the newest first.</summary>
    public IReadOnlyList<ResultStep> Steps(Words words) =>
    [
        .. Whole.Submissions.Select((submission, n) => new ResultStep(
            submission,
            Whole.Reviews.FirstOrDefault(review => review.Submission == submission.Number),
            n == 0 ? [] : ChangesOf(Whole.Submissions[n - 1], submission, words),
            n == 0)).Reverse(),
    ];

    private List<ConflictRow> ChangesOf(Submission before, Submission after, Words words) =>
    [
        .. TermsRows.Of(before.Terms, after.Terms, NameOf, words)
            .Append(new ConflictRow(words["照片和文件", "Photos and files"], FilesOf(before, words), FilesOf(after, words)))
            .Where(static row => row.Differs),
    ];

    private static string FilesOf(Submission submission, Words words) => words.List(submission.Evidence.Select(static file => file.FileName));
}

/// <summary>Reads results for their pages. What was recorded before a draw was voided or an enterprise replaced is shown, too.</summary>
internal sealed class ResultHistories(ResultReader reader, VisitsAtHand visits)
{
    public async Task<ResultHistory?> FindAsync(VisitAddress at, Security.Actor actor, CancellationToken cancellation)
    {
        var found = await reader.ReadAsync(at.Id, actor, cancellation);
        if (found.IsRefused(out _))
            return null;
        var visit = await visits.FindAsync(at.Id, actor, cancellation);
        return new ResultHistory(at, found.Value, visit.IsRefused(out _) ? null : visit.Value);
    }
}

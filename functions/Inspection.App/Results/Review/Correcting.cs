using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>Why a published result is corrected.</summary>
/// <param name="Reason">In words that become public.</param>
public sealed record CorrectRequest(string Reason);

/// <summary>
/// Begins the correction of a published result: the next revision, written by the team or by the reviewer who began it, and
/// reviewed by somebody else. A reviewer begins it, so that nobody reopens quietly what was found about an enterprise; as the
/// author of its public reason the reviewer counts as one of its recorders. The revision before stays public beside it.
/// </summary>
internal sealed class Correcting(ResultLookup lookup, ResultStore results, TimeProvider clock)
{
    private const int MaxReason = 500;

    public async Task<Outcome<InspectionResult>> CorrectAsync(
        ResultId id, string reason, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(actor);
        if (PlainText.ProblemOfLine(reason, MaxReason) is { } unfit)
            return Refusal.Invalid("reason", $"reason: {unfit}; it becomes public");
        return await lookup.ChangeAsync(id, expected, actor, (visit, result) => CorrectAsync(visit, result, reason, actor, cancellation), cancellation);
    }

    private async Task<Outcome<InspectionResult?>> CorrectAsync(
        Visit visit, InspectionResult result, string reason, Actor actor, CancellationToken cancellation)
    {
        if (!actor.Reviews(visit.Draw))
            return Refusal.Forbidden("not-reviewer", "reviewers of the departments that take part begin a correction");
        // Sent twice, it is begun once.
        if (result.State == ResultState.Draft && result.CorrectionBy == actor.Name && result.CorrectionReason == reason)
            return result;
        return result.State == ResultState.Published
            ? await results.ReplaceAsync(NextRevision(result, reason, actor), cancellation)
            : Refusal.Conflict("not-published", $"the result {result.Id} is {result.State}; only a published one is corrected");
    }

    private InspectionResult NextRevision(InspectionResult result, string reason, Actor actor) => result.WrittenBy(actor.Name) with
    {
        State = ResultState.Draft,
        Revision = result.Revision + 1,
        CorrectionReason = reason,
        CorrectionBy = actor.Name,
        RecordedAt = clock.GetUtcNow(),
        SubmittedBy = "",
        SubmittedAt = null,
        ReviewedBy = "",
        ReviewedAt = null,
        Opinion = "",
    };
}

using System.ComponentModel.DataAnnotations;
using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>What a reviewer says.</summary>
/// <param name="Approve">Whether the result becomes public; otherwise it goes back to the team.</param>
/// <param name="Opinion">In words; a return needs them. Never public.</param>
public sealed record ReviewRequest([Required] bool? Approve, string? Opinion = null);

/// <summary>
/// Reviews what others submitted (两人审核): approved, it becomes public by itself; returned, the team goes on writing.
/// Whoever recorded a result never reviews it.
/// </summary>
internal sealed class Reviewing(
    ResultLookup lookup, ResultStore results, ResultsToPublish queue, WaitingIndex waiting, ResultAnnouncer announcer, TimeProvider clock)
{
    private const int MaxOpinion = 1000;

    public async Task<Outcome<InspectionResult>> ReviewAsync(
        ResultId id, ReviewRequest request, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        var (approve, opinion) = (request.Approve == true, request.Opinion ?? "");
        if (PlainText.ProblemOf(opinion, MaxOpinion) is { } unfit)
            return Refusal.Invalid("opinion", $"opinion: {unfit}");
        if (!approve && string.IsNullOrWhiteSpace(opinion))
            return Refusal.Invalid("opinion", "a result is returned with an opinion: say what the team is to mend");
        while (true)
        {
            var found = await lookup.FindAsync(id, expected, actor, cancellation);
            if (found.IsRefused(out var refusal))
                return refusal;
            var (visit, result) = found.Value;
            if (WasSaid(result, approve, actor))
                return result;
            if (ProblemWith(visit, result, actor) is { } problem)
                return problem;
            var review = new Review(result.Submission, approve, opinion, actor.Name, clock.GetUtcNow());
            if (await ReviewAsync(visit, result, review, cancellation) is { } reviewed)
                return reviewed;
        }
    }

    private async Task<InspectionResult?> ReviewAsync(Visit visit, InspectionResult result, Review review, CancellationToken cancellation)
    {
        var next = result with
        {
            State = review.Approve ? ResultState.Approved : ResultState.Returned,
            ReviewedBy = review.By,
            ReviewedAt = review.At,
            Opinion = review.Opinion,
        };
        if (review.Approve)
            await queue.AddAsync(result, cancellation);
        if (review.Approve && next.OpenProblems.Any())
            await waiting.AddAsync(WaitingKind.FollowUp, visit.Draw.DepartmentNames, Waiting.FollowUp(next), cancellation);
        if (await results.ReviewAsync(next, review, cancellation) is not { } written)
            return null;
        await waiting.RemoveAsync(WaitingKind.Review, visit.Draw.DepartmentNames, Waiting.Review(result), cancellation);
        if (!review.Approve)
            return written;
        await announcer.AnnounceAsync(result.Id, cancellation);
        return await results.FindAsync(result.DrawId, result.Uscc, cancellation) ?? written;
    }

    /// <summary>Whether the actor said just this before, so that sending it twice is harmless.</summary>
    private static bool WasSaid(InspectionResult result, bool approve, Actor actor) =>
        result.ReviewedBy == actor.Name
        && (approve ? result.State is ResultState.Approved or ResultState.Published : result.State == ResultState.Returned);

    private static Refusal? ProblemWith(Visit visit, InspectionResult result, Actor actor)
    {
        if (!actor.Reviews(visit.Draw))
            return Refusal.Forbidden("not-reviewer", "reviewers of the departments that take part review a result");
        if (result.Recorders.Contains(actor.Name))
            return Refusal.Forbidden("own-review", "whoever recorded a result never reviews it; a second person does");
        return result.State == ResultState.Submitted
            ? null
            : Refusal.Conflict("not-submitted", $"the result {result.Id} is {result.State}; only a submitted one is reviewed");
    }
}

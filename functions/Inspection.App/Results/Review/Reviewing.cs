using System.ComponentModel.DataAnnotations;
using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>What a reviewer says.</summary>
/// <param name="Approve">Whether it becomes public; otherwise it goes back to those who wrote it.</param>
/// <param name="Opinion">In words; a return needs them. Never public.</param>
public sealed record ReviewRequest([Required] bool? Approve, string? Opinion = null)
{
    private const int MaxOpinion = 1000;

    internal bool Approves => Approve == true;

    internal string Words => Opinion ?? "";

    /// <summary>Why it cannot be taken, or null.</summary>
    internal Refusal? Problem()
    {
        if (PlainText.ProblemOf(Words, MaxOpinion) is { } unfit)
            return Refusal.Invalid("opinion", $"opinion: {unfit}");
        return Approves || !string.IsNullOrWhiteSpace(Words)
            ? null
            : Refusal.Invalid("opinion", "what is returned is returned with an opinion: say what is to be mended");
    }
}

/// <summary>
/// Reviews what others submitted (两人审核): approved, it becomes public by itself; returned, the team goes on writing.
/// Whoever recorded a result never reviews it.
/// </summary>
internal sealed class Reviewing(
    ResultLookup lookup, ResultStore results, ResultsToPublish queue, WaitingIndex waiting, ResultAnnouncer announcer, TimeProvider clock)
{
    public async Task<Outcome<InspectionResult>> ReviewAsync(
        ResultId id, ReviewRequest request, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (request.Problem() is { } unfit)
            return unfit;
        return await lookup.ChangeAsync(
            id, expected, actor, (visit, result) => ReviewAsync(visit, result, request, actor, cancellation), cancellation);
    }

    private async Task<Outcome<InspectionResult?>> ReviewAsync(
        Visit visit, InspectionResult result, ReviewRequest request, Actor actor, CancellationToken cancellation)
    {
        if (WasSaid(result, request.Approves, actor))
            return result;
        if (ProblemWith(visit, result, actor) is { } problem)
            return problem;
        var review = new Review(result.Submission, request.Approves, request.Words, actor.Name, clock.GetUtcNow());
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
            return (InspectionResult?)null;
        await waiting.RemoveAsync(WaitingKind.Review, visit.Draw.DepartmentNames, Waiting.Review(result), cancellation);
        return review.Approve ? await announcer.AnnounceAsync(written, cancellation) : written;
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

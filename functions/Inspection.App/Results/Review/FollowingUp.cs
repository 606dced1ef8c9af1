using System.ComponentModel.DataAnnotations;
using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>What became of a pending problem.</summary>
/// <param name="ItemCode">The item.</param>
/// <param name="On">The day of the follow-up.</param>
/// <param name="Code">What it came to; Pending while it stays open.</param>
/// <param name="Disposal">What was done.</param>
/// <param name="Note">In words; never public.</param>
public sealed record FollowUpRequest(
    string ItemCode, [Required] DateOnly? On, [Required] ResultCode? Code, [Required] Disposal? Disposal, string? Note = null);

/// <summary>
/// Follows up what a published result left pending, until it is closed. It becomes public without a further review, so it is
/// recorded by somebody who did not record the result: two people have seen what the public reads.
/// </summary>
internal sealed class FollowingUp(
    ResultLookup lookup, ResultStore results, ResultsToPublish queue, WaitingIndex waiting, ResultAnnouncer announcer, LocalTime time, TimeProvider clock)
{
    private const int MaxNote = 1000;
    private const int MaxFollowUps = 100;

    public Task<Outcome<InspectionResult>> FollowUpAsync(
        ResultId id, FollowUpRequest request, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return lookup.ChangeAsync(
            id, expected, actor, (visit, result) => FollowUpAsync(visit, result, request, actor, cancellation), cancellation);
    }

    private async Task<Outcome<InspectionResult?>> FollowUpAsync(
        Visit visit, InspectionResult result, FollowUpRequest request, Actor actor, CancellationToken cancellation)
    {
        if (WasSaid(result, request, actor))
            return result;
        if (ProblemWith(visit, result, actor) is { } problem)
            return problem;
        var followUp = new FollowUp(
            result.FollowUps.Count + 1, request.ItemCode, request.On!.Value, request.Code!.Value, request.Disposal!.Value,
            request.Note ?? "", actor.Name, clock.GetUtcNow());
        if (ProblemOf(followUp, result) is { } wrong)
            return wrong;
        await queue.AddAsync(result, cancellation);
        if (await results.ReplaceAsync(result with { FollowUps = [.. result.FollowUps, followUp] }, cancellation) is not { } written)
            return (InspectionResult?)null;
        if (!written.OpenProblems.Any())
            await waiting.RemoveAsync(WaitingKind.FollowUp, visit.Draw.DepartmentNames, Waiting.FollowUp(written), cancellation);
        return await announcer.AnnounceAsync(written, cancellation);
    }

    /// <summary>Whether the actor said just this last, so that sending it twice is harmless.</summary>
    private static bool WasSaid(InspectionResult result, FollowUpRequest request, Actor actor) =>
        result.FollowUps is [.., var last] && last.By == actor.Name
        && new FollowUpRequest(last.ItemCode, last.On, last.Code, last.Disposal, last.Note) == request with { Note = request.Note ?? "" };

    private static Refusal? ProblemWith(Visit visit, InspectionResult result, Actor actor)
    {
        if (!actor.Reviews(visit.Draw))
            return Refusal.Forbidden("not-reviewer", "reviewers of the departments that take part follow up what is pending");
        if (result.Recorders.Contains(actor.Name))
            return Refusal.Forbidden("own-follow-up", "whoever recorded a result does not follow it up; what becomes public has been seen by two people");
        if (result.State != ResultState.Published)
            return Refusal.Conflict("not-published", $"the result {result.Id} is {result.State}; only a published one is followed up");
        return result.FollowUps.Count < MaxFollowUps
            ? null
            : Refusal.Conflict("follow-ups", $"a result has at most {MaxFollowUps} follow-ups; correct it instead");
    }

    private Refusal? ProblemOf(FollowUp followUp, InspectionResult result)
    {
        if (!result.OpenProblems.Contains(followUp.ItemCode))
            return Refusal.Conflict("not-pending", $"item {followUp.ItemCode} has no problem that is pending; pending are {string.Join(", ", result.OpenProblems.DefaultIfEmpty("none"))}");
        if (!Enum.IsDefined(followUp.Code) || followUp.Code is ResultCode.NoProblem or ResultCode.NoActivity)
            return Refusal.Invalid("code", $"a problem that was found does not come to {followUp.Code}; where the finding was wrong, correct the result");
        if (!Enum.IsDefined(followUp.Disposal))
            return Refusal.Invalid("disposal", $"{followUp.Disposal} is no disposal");
        if (followUp.Disposal == Disposal.Lenient || ResultRules.DisposalProblem(followUp.Code, followUp.Disposal) is not null)
            return Refusal.Invalid("disposal", ResultRules.DisposalProblem(followUp.Code, followUp.Disposal) ?? "a problem that was left pending is no minor first offence; correct the result if it was one");
        if (followUp.On < result.Terms.InspectedOn || followUp.On > time.Today)
            return Refusal.Invalid("on", $"{followUp.On:yyyy-MM-dd} is not between the inspection on {result.Terms.InspectedOn:yyyy-MM-dd} and today");
        return PlainText.ProblemOf(followUp.Note, MaxNote) is { } note ? Refusal.Invalid("note", $"note: {note}") : null;
    }
}

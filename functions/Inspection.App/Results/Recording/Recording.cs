using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>
/// Writes results and hands them to the review. The team of the visit writes; a correction may also be written by the
/// reviewer who began it, since the team may have left the service.
/// </summary>
internal sealed class Recording(
    ResultLookup lookup, ResultStore results, WaitingIndex waiting, EvidenceFiles files, LocalTime time, TimeProvider clock)
{
    /// <summary>Saves a draft in place of the one before.</summary>
    public async Task<Outcome<Saved<InspectionResult>>> SaveAsync(
        ResultId id, ResultTerms terms, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(actor);
        while (true)
        {
            var found = await lookup.FindVisitAsync(id, actor, cancellation);
            if (found.IsRefused(out var refusal))
                return refusal;
            var visit = found.Value;
            var before = await results.FindAsync(id.DrawId, id.Uscc, cancellation);
            if (before is null ? !expected.FitsNothing() : !expected.Fits(before.ETag))
                return ResultLookup.Stale(id);
            if (WriteProblem(visit, before, actor) is { } problem)
                return problem;
            if (ResultProblem.Refuse(ResultRules.ProblemsOfDraft(terms, ResultScope.Of(visit))) is { } wrong)
                return wrong;
            var next = Draft(id, before, terms, actor);
            var written = before is null ? await results.AddAsync(next, cancellation) : await results.ReplaceAsync(next, cancellation);
            if (written is not null)
                return new Saved<InspectionResult>(written, before is null);
        }
    }

    /// <summary>Hands a draft to the review, once it says everything.</summary>
    public Task<Outcome<InspectionResult>> SubmitAsync(ResultId id, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return lookup.ChangeAsync(id, expected, actor, (visit, draft) => SubmitAsync(visit, draft, actor, cancellation), cancellation);
    }

    private async Task<Outcome<InspectionResult?>> SubmitAsync(Visit visit, InspectionResult draft, Actor actor, CancellationToken cancellation)
    {
        if (draft.State == ResultState.Submitted && draft.SubmittedBy == actor.Name)
            return draft;
        if (WriteProblem(visit, draft, actor) is { } problem)
            return problem;
        if (ResultProblem.Refuse(ResultRules.ProblemsOfSubmission(draft.Terms, ResultScope.Of(visit), time.Today)) is { } incomplete)
            return incomplete;
        var next = draft.WrittenBy(actor.Name) with
        {
            State = ResultState.Submitted,
            Submission = draft.Submission + 1,
            SubmittedBy = actor.Name,
            SubmittedAt = clock.GetUtcNow(),
        };
        // Only what lies there while nobody can have returned it yet: what is sent after a return stays.
        var names = await files.NamesAsync(draft.Id, cancellation);
        await waiting.AddAsync(WaitingKind.Review, visit.Draw.DepartmentNames, Waiting.Review(next), cancellation);
        var submitted = await results.SubmitAsync(next, Submission.Of(next), cancellation);
        if (submitted is not null)
            await SweepAsync(submitted, names, cancellation);
        return submitted;
    }

    /// <summary>Deletes the files that were taken back and that no submission before speaks of.</summary>
    private async Task SweepAsync(InspectionResult submitted, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var submissions = await results.SubmissionsAsync(submitted.DrawId, submitted.Uscc, cancellation);
        await files.SweepAsync(submitted.Id, names, submissions.SelectMany(static submission => submission.Evidence), cancellation);
    }

    private InspectionResult Draft(ResultId id, InspectionResult? before, ResultTerms terms, Actor actor) => before is null
        ? new InspectionResult
        {
            DrawId = id.DrawId,
            Uscc = id.Uscc,
            State = ResultState.Draft,
            Revision = 1,
            Terms = terms,
            Recorders = [actor.Name],
            RecordedAt = clock.GetUtcNow(),
        }
        : before.WrittenBy(actor.Name) with { Terms = terms, RecordedAt = clock.GetUtcNow() };

    /// <summary>Why the actor cannot write on the result now, or null.</summary>
    public static Refusal? WriteProblem(Visit visit, InspectionResult? result, Actor actor)
    {
        if (!actor.Makes(visit) && !(result?.CorrectionBy == actor.Name && actor.Reviews(visit.Draw)))
            return Refusal.Forbidden("not-on-team", "only the inspectors of the visit's teams write its result");
        return result?.State switch
        {
            ResultState.Submitted => Refusal.Conflict("submitted", "the result waits for its review; it can be changed once it is returned"),
            ResultState.Approved => Refusal.Conflict("approved", "the result is approved and about to become public; after that a reviewer can begin a correction"),
            ResultState.Published => Refusal.Conflict("published", "the result is public; a reviewer can begin a correction, which stays beside it"),
            _ => null,
        };
    }
}

using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>What became of a form that was sent.</summary>
/// <param name="Visit">The visit as it is after that.</param>
internal sealed record FormSaved(VisitAtHand Visit)
{
    /// <summary>What is wrong at the fields of the form.</summary>
    public IReadOnlyList<ResultProblem> Problems { get; init; } = [];

    /// <summary>Whether somebody else wrote something else meanwhile, which was left as it is.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Why something was not taken, whatever the fields say.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether the text is stored; a file that came along may be refused all the same.</summary>
    public bool IsTextSaved { get; init; }

    public bool IsDone => Problems.Count == 0 && !IsConflict && Refusal is null;
}

/// <summary>Saves the form of a result with what came along, unless another text is there than the one that it was made from.</summary>
internal sealed class RecordForm(VisitsAtHand visits, Recording recording, EvidenceDesk evidence, ResultStore results)
{
    public async Task<Outcome<FormSaved>> SaveAsync(
        ResultId id, RecordInput input, IReadOnlyList<IFormFile> files, Actor actor, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await visits.FindAsync(id, actor, cancellation);
            if (found.IsRefused(out var missing))
                return missing;
            var (visit, result) = (found.Value, found.Value.Result);
            var judged = Judge(visit, input, actor);
            if (!judged.IsDone)
                return judged;
            var terms = input.ToTerms(input.InspectedOn!.Value);
            if (result is null || RecordInput.BasisOf(terms) != RecordInput.BasisOf(result.Terms))
            {
                var saved = await recording.SaveAsync(id, terms, result?.ETag ?? Preconditions.Absent, actor, cancellation);
                if (saved.IsRefused(out var refusal) && refusal.Kind == RefusalKind.Stale)
                    continue;
                if (refusal is not null)
                    return new FormSaved(visit) { Refusal = refusal };
                visit = visit with { Result = saved.Value.Value };
            }

            return await AddAsync(visit, files, actor, cancellation);
        }
    }

    private static FormSaved Judge(VisitAtHand visit, RecordInput input, Actor actor)
    {
        var result = visit.Result;
        if (Recording.WriteProblem(visit.Visit, result, actor) is { } problem)
            return new FormSaved(visit) { Refusal = problem };
        if (input.InspectedOn is not { } day)
            return new FormSaved(visit) { Problems = [new ResultProblem("inspected-on", "inspectedOn", "give the day of the inspection")] };
        var terms = input.ToTerms(day);
        if (ResultRules.ProblemsOfDraft(terms, ResultScope.Of(visit.Visit)).ToList() is { Count: > 0 } problems)
            return new FormSaved(visit) { Problems = problems };
        // Whoever wrote the same words is no other.
        var there = RecordInput.BasisOf(result?.Terms);
        return new FormSaved(visit) { IsConflict = there != (input.Basis ?? "") && there != RecordInput.BasisOf(terms) };
    }

    private async Task<FormSaved> AddAsync(VisitAtHand visit, IReadOnlyList<IFormFile> files, Actor actor, CancellationToken cancellation)
    {
        Refusal? first = null;
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var added = await evidence.AddAsync(visit.Id, file.FileName, content, actor, cancellation);
            first ??= added.Refusal;
        }

        var withFiles = files.Count == 0 ? visit : visit with { Result = await results.FindAsync(visit.Id.DrawId, visit.Id.Uscc, cancellation) };
        return new FormSaved(withFiles) { Refusal = first, IsTextSaved = true };
    }
}

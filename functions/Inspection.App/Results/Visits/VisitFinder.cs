using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Results;

/// <summary>A draw with all that happened to it since, read once for all its visits.</summary>
internal sealed record DrawAtHand(
    DrawHead Head, InspectionTask Task, Replacements Replacements, IReadOnlyList<DrawAtHand> Supplements);

/// <summary>Finds out whether a visit is to be made, and by whom, from the draws and from what was replaced since.</summary>
internal sealed class VisitFinder(DrawStore draws, SelectionStore selections, TaskStore tasks)
{
    /// <summary>The visit, or why there is none to be made.</summary>
    public async Task<Outcome<Visit>> FindAsync(ResultId id, CancellationToken cancellation) =>
        id.IsWellFormed && await LoadAsync(id.DrawId, cancellation) is { } draw
            ? await FindAsync(draw, id.Uscc, cancellation)
            : NoVisit(id.DrawId, id.Uscc);

    /// <summary>The draw, or null where there is none.</summary>
    public async Task<DrawAtHand?> LoadAsync(string drawId, CancellationToken cancellation)
    {
        if (await draws.FindAsync(drawId, cancellation) is not { } head)
            return null;
        var supplements = new List<DrawAtHand>();
        await foreach (var supplement in draws.SupplementsAsync(drawId, cancellation))
        {
            if (supplement.State is DrawState.Drawn or DrawState.Closed)
                supplements.Add(await LoadAsync(supplement, [], cancellation));
        }

        return await LoadAsync(head, supplements, cancellation);
    }

    /// <summary>The visit of a draw that was read before.</summary>
    public async Task<Outcome<Visit>> FindAsync(DrawAtHand draw, string uscc, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var (head, replacements) = (draw.Head, draw.Replacements);
        if (head.State is not (DrawState.Drawn or DrawState.Closed))
            return Refusal.Conflict("no-visits", $"draw {head.Id} is {head.State}; only a drawn draw has visits");
        if (head.Supplements.Length > 0)
            return Refusal.Conflict("supplementary-draw", $"draw {head.Id} adds inspectors to visits of draw {head.Supplements}; their results are kept there");
        if (await selections.FindAsync(head.Id, uscc, cancellation) is not { } selected)
            return NoVisit(head.Id, uscc);
        if (replacements.Of(uscc) is { } replaced)
            return Refusal.Conflict("replaced", $"{uscc} was replaced by {replaced.ReplacedBy}, which is visited instead");
        if (!replacements.IsVisited(selected))
            return Refusal.Conflict("not-visited", $"{uscc} is a reserve that nobody needed yet");
        var supplements = new List<Team>();
        foreach (var supplement in draw.Supplements)
        {
            if (await selections.FindAsync(supplement.Head.Id, uscc, cancellation) is { } added && supplement.Replacements.IsVisited(added))
                supplements.AddRange(supplement.Replacements.TeamsOf(added));
        }

        return new Visit { Draw = head, Task = draw.Task, Uscc = uscc, Teams = replacements.TeamsOf(selected), Supplements = supplements };
    }

    private async Task<DrawAtHand> LoadAsync(DrawHead head, IReadOnlyList<DrawAtHand> supplements, CancellationToken cancellation)
    {
        var task = await tasks.FindAsync(head.TaskId, cancellation)
            ?? throw new InvalidOperationException($"task {head.TaskId} of draw {head.Id} is gone");
        return new DrawAtHand(head, task, await selections.ReplacementsAsync(head.Id, cancellation), supplements);
    }

    private static Refusal NoVisit(string drawId, string uscc) => Refusal.NotFound($"draw {drawId} has no visit of {uscc}");
}

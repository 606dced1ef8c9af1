using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>Which visits a list wants.</summary>
/// <param name="State">Those whose result stands there.</param>
/// <param name="IsRecorded">Those with a result at all, or without.</param>
internal sealed record VisitFilter(ResultState? State, bool? IsRecorded)
{
    public bool Takes(InspectionResult? result) =>
        (State is null || result?.State == State) && (IsRecorded is null || result is not null == IsRecorded);
}

/// <summary>A visit and what was recorded of it; null where nothing was.</summary>
internal sealed record VisitState(Visit Visit, InspectionResult? Result);

/// <summary>The visits of an inspector, found by an index and held against draws, replacements and voids.</summary>
internal sealed class VisitDesk(VisitHistory history, VisitFinder visits, ResultLookup lookup, ResultStore results)
{
    /// <summary>How many rows of the index one request looks at.</summary>
    private const int MaxRead = 1000;

    /// <summary>A page of the actor's own visits, the newest tasks first.</summary>
    public async Task<Outcome<Page<VisitState>>> ListAsync(
        Actor actor, VisitFilter filter, int limit, string? cursor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        if (actor.InspectorId.Length == 0)
            return NoInspector(actor);
        var draws = new Dictionary<string, DrawAtHand?>();
        return await history.OfInspectorAsync(
            actor.InspectorId,
            limit,
            cursor,
            MaxRead,
            async named => await ReadAsync(draws, named, actor.InspectorId, cancellation) is { } found && filter.Takes(found.Result) ? found : null,
            cancellation);
    }

    /// <summary>One visit, for those who make or oversee it.</summary>
    public async Task<Outcome<VisitState>> FindAsync(ResultId id, Actor actor, CancellationToken cancellation)
    {
        var found = await lookup.FindVisitAsync(id, actor, cancellation);
        return found.IsRefused(out var refusal)
            ? refusal
            : new VisitState(found.Value, await results.FindAsync(id.DrawId, id.Uscc, cancellation));
    }

    private async Task<VisitState?> ReadAsync(
        Dictionary<string, DrawAtHand?> draws, NamedVisit named, string inspectorId, CancellationToken cancellation)
    {
        if (await LoadAsync(draws, named.DrawId, cancellation) is not { } naming)
            return null;
        var isSupplement = naming.Head.Supplements.Length > 0;
        var draw = isSupplement ? await LoadAsync(draws, naming.Head.Supplements, cancellation) : naming;
        if (draw is null || (await visits.FindAsync(draw, named.Uscc, cancellation)) is not { Refusal: null, Value: var visit })
            return null;
        // Whom both draws name sees the visit once.
        return visit.Includes(inspectorId) && visit.Supplemented(inspectorId) == isSupplement
            ? new VisitState(visit, await results.FindAsync(draw.Head.Id, named.Uscc, cancellation))
            : null;
    }

    private async Task<DrawAtHand?> LoadAsync(Dictionary<string, DrawAtHand?> draws, string id, CancellationToken cancellation)
    {
        if (!draws.TryGetValue(id, out var draw))
            draws.Add(id, draw = await visits.LoadAsync(id, cancellation));
        return draw;
    }

    private static Refusal NoInspector(Actor actor) => Refusal.Forbidden(
        "no-inspector", $"user {actor.Name} stands for nobody in the directory of inspectors; an administrator gives the user an inspectorId");
}

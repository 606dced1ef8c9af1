using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Draws;

/// <summary>Who is to be replaced, and why.</summary>
/// <param name="Reason">Why.</param>
/// <param name="InspectorId">The inspector; without it the enterprise itself is replaced.</param>
public sealed record ReplaceRequest([Required] ReplacementReason? Reason, string? InspectorId = null);

/// <summary>
/// Replaces whom a draw selected by whom it named to step in: an enterprise that no longer exists by the next reserve of
/// its class, an inspector by the next substitute. Nobody chooses who comes; each replacement is published.
/// </summary>
internal sealed class Replacing(DrawStore draws, SelectionStore selections, DrawAnnouncer announcer, TimeProvider clock)
{
    /// <summary>What a replacement would do now, without doing it.</summary>
    public async Task<Outcome<Replacement>> LookAsync(
        DrawHead head, string uscc, ReplaceRequest request, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return head.State == DrawState.Drawn
            ? await NextAsync(head, uscc, request, actor, await selections.ReplacementsAsync(head.Id, cancellation), cancellation)
            : NotDrawn(head);
    }

    public async Task<Outcome<Replacement>> ReplaceAsync(
        DrawHead head, string uscc, ReplaceRequest request, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        while (true)
        {
            if (head.State != DrawState.Drawn)
                return NotDrawn(head);
            var replacements = await selections.ReplacementsAsync(head.Id, cancellation);
            var found = await NextAsync(head, uscc, request, actor, replacements, cancellation);
            if (found.IsRefused(out _))
                return found;
            // The head first: a crash after the row is added leaves a draw that is still to be announced.
            if (await draws.ReplaceAsync(head with { IsUnannounced = true }, cancellation) is { } marked
                && await selections.TryAddAsync(head.Id, found.Value, cancellation))
            {
                await announcer.AnnounceAsync(marked, cancellation);
                return found;
            }

            head = await draws.FindAsync(head.Id, cancellation) ?? throw new InvalidOperationException($"draw {head.Id} is gone");
        }
    }

    private static Refusal NotDrawn(DrawHead head) =>
        Refusal.Conflict("not-drawn", $"draw {head.Id} is {head.State}; somebody is replaced between the draw and its close");

    private async Task<Outcome<Replacement>> NextAsync(
        DrawHead head, string uscc, ReplaceRequest request, Actor actor, Replacements replacements, CancellationToken cancellation)
    {
        var kind = request.InspectorId is null ? ReplacementKind.Enterprise : ReplacementKind.Inspector;
        if (request.Reason is not { } reason || !Replacement.Fits(kind, reason))
            return Refusal.Invalid("reason", $"{request.Reason} is no reason to replace an {kind}");
        if (await selections.FindAsync(head.Id, uscc, cancellation) is not { } selected)
            return Refusal.NotFound($"draw {head.Id} did not select {uscc}");
        if (replacements.Of(uscc) is { } earlier)
            return Refusal.Conflict("already-replaced", $"{uscc} was replaced by {earlier.ReplacedBy}");
        if (!replacements.IsVisited(selected))
            return Refusal.Conflict("not-visited", $"{uscc} is a reserve that nobody needed yet");
        var replacement = new Replacement(
            replacements.NextNumber, kind, uscc, "", request.InspectorId ?? "", "", reason, actor.Name, clock.GetUtcNow());
        return request.InspectorId is { } inspectorId
            ? ByInspector(replacement, selected, inspectorId, replacements)
            : await ByReserveAsync(head, replacement, selected, replacements, cancellation);
    }

    private static Outcome<Replacement> ByInspector(Replacement replacement, Selected selected, string inspectorId, Replacements replacements) =>
        replacements.TeamsOf(selected).Any(team => team.Inspectors.Contains(inspectorId))
            ? replacement with { SubstituteId = replacements.SubstituteFor(selected, inspectorId) ?? "" }
            : Refusal.NotFound($"inspector {inspectorId} is on no team of {selected.Uscc}");

    private async Task<Outcome<Replacement>> ByReserveAsync(
        DrawHead head, Replacement replacement, Selected selected, Replacements replacements, CancellationToken cancellation)
    {
        var reserve = await selections.ReservesAsync(head.Id, selected.RiskClass, cancellation)
            .FirstOrDefaultAsync(item => replacements.BroughtIn(item.Uscc) is null, cancellation);
        return reserve is null
            ? Refusal.Conflict("no-reserve", "no reserve of its class is left; record the visit with the enterprise's state as its result")
            : replacement with { ReplacedBy = reserve.Uscc };
    }
}

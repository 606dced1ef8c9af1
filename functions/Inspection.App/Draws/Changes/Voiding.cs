using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>Voids a draw by two people: one asks, with a reason that becomes public, a second one confirms.</summary>
internal sealed class Voiding(DrawStore draws, DrawAnnouncer announcer, Ceremony ceremony, TimeProvider clock)
{
    private const int MaxReason = 500;

    public async Task<Outcome<DrawHead>> VoidAsync(string id, string reason, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(actor);
        while (await draws.FindAsync(id, cancellation) is { } found)
        {
            var head = await ceremony.FixAsync(found, cancellation);
            if (head.State == DrawState.Voided)
                return head;
            if (ProblemWith(head, reason, actor) is { } problem)
                return problem;
            var next = head.VoidRequest is null
                ? head with { VoidRequest = new VoidRequest(actor.Name, reason, clock.GetUtcNow()) }
                : head with { State = DrawState.Voided, VoidedBy = actor.Name, VoidedAt = clock.GetUtcNow(), IsUnannounced = true };
            if (await draws.ReplaceAsync(next, cancellation) is not { } written)
                continue;
            if (written.State == DrawState.Voided)
                DrawTelemetry.Count("voided");
            return await announcer.AnnounceAsync(written, cancellation);
        }

        return Refusal.NotFound($"there is no draw {id}");
    }

    private Refusal? ProblemWith(DrawHead head, string reason, Actor actor)
    {
        if (reason.Length is 0 or > MaxReason || ProtocolText.ProblemIn(reason) is not null)
            return Refusal.Invalid("reason", $"a reason has 1 to {MaxReason} characters and no control characters; it becomes public");
        if (head.State is not (DrawState.Committed or DrawState.Drawn))
            return Refusal.Conflict("cannot-void", $"draw {head.Id} is {head.State}; a committed or drawn draw can be voided");
        if (head.State == DrawState.Committed && head.IsEntropyFixed(clock.GetUtcNow()))
            return Refusal.Conflict("draw-first", "the randomness is fixed, so the draw can only be drawn; it may be voided after that, and its record stays");
        return head.VoidRequest?.By == actor.Name
            ? Refusal.Forbidden("own-confirmation", "whoever asked to void a draw does not confirm it; a second person does")
            : null;
    }
}

using Inspection.App.Outcomes;
using Inspection.App.Planning;

namespace Inspection.App.Draws;

/// <summary>
/// Ends a draw once its visits are over, which publishes what was withheld; and lists a commitment that was never revealed
/// as abandoned.
/// </summary>
internal sealed class Closing(DrawStore draws, DrawAnnouncer announcer, TimeProvider clock, LocalTime time)
{
    /// <summary>Closes a drawn draw; done again it changes nothing.</summary>
    public async Task<Outcome<DrawHead>> CloseAsync(string id, CancellationToken cancellation)
    {
        while (await draws.FindAsync(id, cancellation) is { } head)
        {
            if (head.State == DrawState.Closed)
                return await announcer.AnnounceAsync(head, cancellation);
            if (head.State != DrawState.Drawn)
                return Refusal.Conflict("not-drawn", $"draw {id} is {head.State}; only a drawn draw is closed");
            if (!IsOver(head))
                return Refusal.Conflict("visits-not-over", $"the visits last until {head.EndsOn:yyyy-MM-dd}; close the draw after that day");
            var closed = head with { State = DrawState.Closed, ClosedAt = clock.GetUtcNow(), VoidRequest = null, IsUnannounced = true };
            if (await draws.ReplaceAsync(closed, cancellation) is not { } written)
                continue;
            DrawTelemetry.Count("closed");
            return await announcer.AnnounceAsync(written, cancellation);
        }

        return Refusal.NotFound($"there is no draw {id}");
    }

    /// <summary>Lists a committed draw as abandoned once its task is over. It can still be drawn.</summary>
    public async Task AbandonAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (head is { State: DrawState.Committed, AbandonedAt: null } && IsOver(head)
            && await draws.ReplaceAsync(head with { AbandonedAt = clock.GetUtcNow(), IsUnannounced = true }, cancellation) is { } abandoned)
        {
            DrawTelemetry.Count("abandoned");
            await announcer.AnnounceAsync(abandoned, cancellation);
        }
    }

    private bool IsOver(DrawHead head) => time.Today > head.EndsOn;
}

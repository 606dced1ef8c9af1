using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>
/// Draws a committed draw once its randomness is there. Everything that is written follows from the notice's materials and
/// from the evidence, of which the first that came is kept, so whoever does it again writes the same bytes.
/// </summary>
internal sealed class DrawRevealer(
    DrawStore draws, DrawFiles files, SelectionStore selections, EntropySource entropy, DrawAnnouncer announcer, TimeProvider clock)
{
    /// <summary>Draws, or goes on where it was left.</summary>
    /// <returns>The drawn draw, or why it is not drawn.</returns>
    public async Task<Outcome<DrawHead>> RevealAsync(string id, IProgress<string> progress, CancellationToken cancellation)
    {
        if (await draws.FindAsync(id, cancellation) is not { } head)
            return Refusal.NotFound($"there is no draw {id}");
        if (head.State is DrawState.Requested or DrawState.Voided)
            return Refusal.Conflict("not-committed", $"draw {id} is {head.State}; only a committed draw is revealed");
        using var span = DrawTelemetry.Begin("reveal", id);
        if (head.State == DrawState.Committed)
        {
            var drawn = await DrawAsync(await announcer.AnnounceAsync(head, cancellation), progress, cancellation);
            if (drawn.IsRefused(out _))
                return drawn;
            head = drawn.Value;
        }

        progress.Report("publishing the record");
        return await announcer.AnnounceAsync(head, cancellation);
    }

    private async Task<Outcome<DrawHead>> DrawAsync(DrawHead head, IProgress<string> progress, CancellationToken cancellation)
    {
        var notice = await files.NoticeAsync(head, cancellation);
        var found = await entropy.FindAsync(head, notice.Terms.Entropy, cancellation);
        if (found.IsRefused(out var refusal))
            return refusal;
        if (found.Value.ProblemFor(notice.Terms.Entropy) is { } problem)
            return Refusal.Conflict("entropy", problem);
        var evidence = await files.KeepEvidenceAsync(head.Id, found.Value, cancellation);
        var materials = await files.MaterialsAsync(head, cancellation);
        var draw = Run(notice, materials, evidence, new WorkOptions { Progress = progress, Cancellation = cancellation });
        progress.Report("writing the record");
        using (DrawTelemetry.Begin("record", head.Id))
        {
            await files.WriteResultAsync(draw, cancellation);
            await selections.WriteAsync(draw, cancellation);
        }

        return await MarkDrawnAsync(head, draw.Record.Selected.Count, cancellation);
    }

    private static Draw Run(Notice notice, DrawMaterials materials, EntropyEvidence evidence, WorkOptions options)
    {
        using var span = DrawTelemetry.Begin("draw", notice.Terms.DrawId);
        span.Size("roster", materials.Roster.Size);
        span.Size("inspectors", materials.Inspectors.Items.Count);
        var draw = Draw.Run(notice, materials, evidence, options);
        span.Size("selected", draw.Record.Selected.Count);
        span.Size("reserves", draw.Record.Reserves.Count);
        return draw;
    }

    private async Task<Outcome<DrawHead>> MarkDrawnAsync(DrawHead head, int selected, CancellationToken cancellation)
    {
        while (await draws.FindAsync(head.Id, cancellation) is { } stored)
        {
            if (stored.State == DrawState.Voided)
                return Refusal.Conflict("voided", $"draw {head.Id} was voided meanwhile");
            if (stored.State != DrawState.Committed)
                return stored;
            var drawn = stored with
            {
                State = DrawState.Drawn,
                DrawnAt = clock.GetUtcNow(),
                Selected = selected,
                IsUnannounced = true,
                VoidRequest = null,
            };
            if (await draws.ReplaceAsync(drawn, cancellation) is { } replaced)
            {
                DrawTelemetry.Count("drawn");
                return replaced;
            }
        }

        throw new InvalidOperationException($"draw {head.Id} is gone; a draw with a notice stays");
    }
}

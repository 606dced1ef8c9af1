using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Results;

namespace Inspection.App.Publication;

/// <summary>
/// Brings the public side of a result to what the result says. The order makes it safe wherever it is cut off and however
/// many do it at once:
/// <list type="number">
/// <item>read what is due, and what the public sees: both before the result itself, so that what comes later is not lost;</item>
/// <item>announce each approved revision and each follow-up in the ledger, once by its key; the time of the entry is that of the publication,
/// so that all who publish the same write the same rows;</item>
/// <item>write the public rows, on the condition that nobody wrote meanwhile; else begin again;</item>
/// <item>note in the result that it is public, and only then take away what was due and what was overdue.</item>
/// </list>
/// </summary>
internal sealed class ResultPublisher(
    ResultStore results, ResultsToPublish queue, PublicObjections objections, ILedger ledger, PublicResultMaker maker,
    PublicResultStore shown, PublicCorrectionStore corrections, OverdueResults overdue, LocalTime time) : IResultPublisher
{
    public async Task PublishAsync(string drawId, string uscc, CancellationToken cancellation)
    {
        var due = await queue.DueAsync(drawId, uscc, cancellation);
        while (!await BringAsync(new ResultId(drawId, uscc), cancellation))
            cancellation.ThrowIfCancellationRequested();
        await overdue.RemoveAsync(PublicResultPlace.IdOf(drawId, uscc), cancellation);
        foreach (var done in due)
            await queue.RemoveAsync(done, cancellation);
    }

    public async Task<bool> IsPublicAsync(string drawId, string uscc, CancellationToken cancellation) =>
        await shown.FindAsync(PublicResultPlace.IdOf(drawId, uscc), cancellation) is not null;

    /// <returns>False where somebody else wrote meanwhile, and it is to be done again.</returns>
    private async Task<bool> BringAsync(ResultId id, CancellationToken cancellation)
    {
        var before = await shown.FindAsync(id.ToString(), cancellation);
        var objected = await objections.SettleAsync(id, cancellation);
        if (await results.FindAsync(id.DrawId, id.Uscc, cancellation) is not { } result)
            return true;
        var revisions = await AnnounceAsync(id, cancellation);
        if (revisions.Count == 0)
            return true;
        var followUps = await AnnounceAsync(id, result.FollowUps, cancellation);
        var made = await maker.MakeAsync(id, revisions, followUps, objected, before?.Result, cancellation);
        if (await shown.WriteAsync(made, PublicationMonth.Of(time.DayOf(made.PublishedAt)), before, cancellation) is not { } row)
            return false;
        await corrections.PutAsync(row.Result, cancellation);
        PublicationTelemetry.Count(before?.Result, row.Result);
        return result.State != ResultState.Approved
            || await results.MarkPublishedAsync(result, made.PublishedAt, cancellation) is not null;
    }

    private async Task<IReadOnlyList<AnnouncedRevision>> AnnounceAsync(ResultId id, CancellationToken cancellation)
    {
        var announced = new List<AnnouncedRevision>();
        foreach (var revision in await results.ApprovedAsync(id.DrawId, id.Uscc, cancellation))
        {
            var entry = await ledger.AppendAsync(AnnouncedRevision.DraftOf(id, revision), cancellation);
            announced.Add(new AnnouncedRevision(revision, entry.Time));
        }

        return announced;
    }

    private async Task<IReadOnlyList<AnnouncedFollowUp>> AnnounceAsync(ResultId id, IReadOnlyList<FollowUp> followUps, CancellationToken cancellation)
    {
        var announced = new List<AnnouncedFollowUp>();
        foreach (var followUp in followUps)
        {
            var entry = await ledger.AppendAsync(AnnouncedFollowUp.DraftOf(id, followUp), cancellation);
            announced.Add(new AnnouncedFollowUp(followUp, entry.Time));
        }

        return announced;
    }
}

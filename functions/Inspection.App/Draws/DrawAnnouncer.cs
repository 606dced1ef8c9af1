using System.Globalization;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>
/// Brings everything outside a draw's head to what the head says: the public tables and files, the ledger, the task, the
/// history of visits. Every write can be repeated; a head says that it is unannounced until all of them are done.
/// </summary>
internal sealed class DrawAnnouncer(
    DrawStore draws, DrawFiles files, SelectionStore selections, PublicDrawStore publicDraws, ILedger ledger, DrawTasks tasks)
{
    /// <summary>The key of the ledger's entry for a draw's notice.</summary>
    public static string NoticeKeyOf(string drawId) => KeyOf(drawId, "notice");

    /// <summary>Announces what has not been announced.</summary>
    /// <returns>The head as it is then.</returns>
    public async Task<DrawHead> AnnounceAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        using var span = head.IsUnannounced ? DrawTelemetry.Begin("announce", head.Id) : null;
        while (head.IsUnannounced)
        {
            await SayAsync(head, cancellation);
            var done = head with { IsUnannounced = false, IsInHistory = head.DrawnAt is not null };
            if (await draws.ReplaceAsync(done, cancellation) is { } settled)
                return settled;
            // Somebody went on meanwhile: what was just said may be old, so the newer state is said again.
            head = await draws.FindAsync(head.Id, cancellation) is { } newer
                ? newer with { IsUnannounced = true }
                : throw new InvalidOperationException($"draw {head.Id} is gone; a draw with a notice stays");
        }

        return head;
    }

    private async Task SayAsync(DrawHead head, CancellationToken cancellation)
    {
        var replacements = await selections.ReplacementsAsync(head.Id, cancellation);
        await SayNoticeAsync(head, cancellation);
        if (head.AbandonedAt is not null)
            await SayAsync(head, LedgerKind.Abandoned, "abandoned", [], null, cancellation);
        if (head.DrawnAt is not null)
            await SayRecordAsync(head, cancellation);
        foreach (var replacement in replacements.Items)
            await SayReplacementAsync(head, replacement, cancellation);
        if (head.ClosedAt is not null)
            await SayDisclosureAsync(head, cancellation);
        if (head.State == DrawState.Voided)
            await SayAsync(head, LedgerKind.Void, "void", [("reason", head.VoidRequest!.Reason)], null, cancellation);
        await tasks.SettleAsync(head, replacements, cancellation);
        await publicDraws.PutAsync(PublicDraw.Of(head, replacements.Items), cancellation);
    }

    private async Task SayNoticeAsync(DrawHead head, CancellationToken cancellation)
    {
        var notice = await files.NoticeAsync(head, cancellation);
        await publicDraws.PutFileAsync(head.Id, Notice.FileName, notice.File.ToArray(), cancellation);
        if (head.Attempt > 1)
            await SayAsync(head, LedgerKind.Redraw, "redraw", [("taskId", head.TaskId), ("attempt", Text(head.Attempt))], null, cancellation);
        await SayAsync(
            head,
            LedgerKind.Notice,
            "notice",
            [("taskId", head.TaskId), ("attempt", Text(head.Attempt)), ("previous", head.Previous), ("title", head.Title)],
            notice.Hash,
            cancellation);
    }

    private async Task SayRecordAsync(DrawHead head, CancellationToken cancellation)
    {
        var record = PublicRecord.Parse(await files.ResultAsync(head.Id, PublicRecord.FileName, cancellation));
        var shown = head.IsListPublic ? record : record with { Selected = null };
        await publicDraws.PutFileAsync(head.Id, PublicRecord.FileName, shown.ToFile(), cancellation);
        if (head.IsListPublic)
        {
            var membership = await files.ResultAsync(head.Id, Membership.FileName, cancellation);
            await publicDraws.PutFileAsync(head.Id, Membership.FileName, membership, cancellation);
        }

        await SayAsync(
            head,
            LedgerKind.Record,
            "record",
            [("noticeHash", head.NoticeHash), ("seed", record.Seed.ToString()), ("teamsHash", record.TeamsHash.ToString())],
            record.RecordHash,
            cancellation);
    }

    /// <summary>While the list is withheld a replacement is announced without the enterprise, and with it at the close.</summary>
    private async Task SayReplacementAsync(DrawHead head, Replacement replacement, CancellationToken cancellation)
    {
        var key = $"replacement-{Text(replacement.Number)}";
        IReadOnlyList<(string, string)> data = [("kind", replacement.Kind.ToString()), ("reason", replacement.Reason.ToString())];
        IReadOnlyList<(string, string)> named = [.. data, ("uscc", replacement.Uscc), ("replacedBy", replacement.ReplacedBy)];
        var isWithheldFirst = head.ListPublished == ListPublished.AfterVisits;
        await SayAsync(head, LedgerKind.Replacement, key, isWithheldFirst ? data : named, null, cancellation);
        if (isWithheldFirst && head.IsListPublic)
            await SayAsync(head, LedgerKind.Replacement, $"{key}-named", named, null, cancellation);
    }

    private async Task SayDisclosureAsync(DrawHead head, CancellationToken cancellation)
    {
        if (head.Disclosure == Disclosure.Open)
        {
            using var open = await files.OpenResultAsync(head.Id, DrawFiles.OpenPackage, cancellation);
            await publicDraws.PutFileAsync(head.Id, DrawFiles.OpenPackage, open.Content, cancellation);
        }

        if (head.Disclosure == Disclosure.Open || head.ListPublished == ListPublished.AfterVisits)
        {
            var record = await files.ResultAsync(head.Id, PublicRecord.FileName, cancellation);
            await SayAsync(head, LedgerKind.Disclosure, "disclosure", [], Digest.Of(record), cancellation);
        }
    }

    private Task<LedgerEntry> SayAsync(
        DrawHead head, LedgerKind kind, string what, IEnumerable<(string Name, string Value)> data, Digest? hash, CancellationToken cancellation) =>
        ledger.AppendAsync(
            new LedgerDraft(KeyOf(head.Id, what), kind, head.Id, hash, data.ToDictionary(static d => d.Name, static d => d.Value)),
            cancellation);

    private static string KeyOf(string drawId, string what) => $"draw-{drawId}:{what}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

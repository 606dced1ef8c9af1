using System.Globalization;
using Inspection.App.Ledger;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Results;

namespace Inspection.App.Publication;

/// <summary>A part of an export.</summary>
/// <param name="Records">Its rows, in the order in which they were announced.</param>
/// <param name="Next">The cursor of the next part, or null on the last one.</param>
/// <param name="IsComplete">Whether the days are over, and so nothing will be added to them.</param>
internal sealed record CreditPart(IReadOnlyList<CreditRecord> Records, string? Next, bool IsComplete);

/// <summary>
/// What was announced of results on some days, for other authorities' credit records: publications, corrections and
/// follow-ups. It follows the ledger, which only ever grows at its end and in the order of time: so each row comes once,
/// whatever is published meanwhile, and a cursor, which is the number of an entry, holds for good.
/// </summary>
internal sealed class CreditExport(LedgerStore ledger, LedgerReader reader, PublicResultStore results, IResultPublisher publisher, LocalTime time)
{
    /// <summary>The most days of an export: a month.</summary>
    public const int MostDays = 31;

    /// <summary>How many entries one request looks at.</summary>
    private const int MostEntries = 5000;

    /// <param name="from">The first day of announcement.</param>
    /// <param name="to">The last.</param>
    /// <param name="cursor">Null for the first part, then what the part before gave.</param>
    /// <param name="limit">How many announcements at most; each has a row or more.</param>
    /// <param name="cancellation">Stops the reads.</param>
    public async Task<Outcome<CreditPart>> ReadAsync(DateOnly from, DateOnly to, string? cursor, int limit, CancellationToken cancellation)
    {
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
            return Refusal.Invalid("days", $"from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} is neither a day nor a month; 1 to {MostDays} days are wanted");
        var last = await reader.LastNumberAsync(cancellation);
        var start = cursor is null ? await FirstSinceAsync(time.StartOf(from), last, cancellation) : ReadCursor(cursor);
        if (start is not { } first || first > last + 1)
            return Refusal.Invalid("cursor", $"'{cursor}' is not a cursor of an export; begin again without it");
        return await ReadAsync(first, last, time.StartOf(to.AddDays(1)), limit, cancellation);
    }

    private async Task<CreditPart> ReadAsync(long first, long last, DateTimeOffset end, int limit, CancellationToken cancellation)
    {
        var (records, announcements, number) = (new List<CreditRecord>(), 0, first);
        var until = Math.Min(last, first + MostEntries - 1);
        if (number <= until)
        {
            await foreach (var (at, document) in ledger.ReadAsync(number, until, cancellation))
            {
                var entry = LedgerStore.Read(at, document);
                if (entry.Time >= end)
                    return new CreditPart(records, null, IsOver(end));
                if (announcements == limit)
                    return new CreditPart(records, Cursor(at), IsOver(end));
                number = at + 1;
                var rows = await RecordsAsync(entry, cancellation);
                records.AddRange(rows);
                announcements += rows.Count > 0 ? 1 : 0;
            }
        }

        return new CreditPart(records, number <= last ? Cursor(number) : null, IsOver(end));
    }

    private async Task<IReadOnlyList<CreditRecord>> RecordsAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        if (entry.Kind is not (LedgerKind.Publication or LedgerKind.Correction or LedgerKind.FollowUp) || !ResultId.TryParse(entry.Subject, out var id))
            return [];
        if (Of(entry, await results.FindAsync(entry.Subject, cancellation)) is { } found)
            return found;
        // Announced by a process that died before it wrote the public rows.
        await publisher.PublishAsync(id.DrawId, id.Uscc, cancellation);
        return Of(entry, await results.FindAsync(entry.Subject, cancellation))
            ?? throw new LedgerDamagedException(entry.Number, $"it announces a result {entry.Subject} that is not there");
    }

    private static IReadOnlyList<CreditRecord>? Of(LedgerEntry entry, PublicRow? row)
    {
        if (row is null)
            return null;
        if (entry.Kind == LedgerKind.FollowUp)
        {
            var number = int.Parse(entry.Data[AnnouncedFollowUp.Number], CultureInfo.InvariantCulture);
            return row.Result.FollowUps.Count >= number ? [CreditRecord.Of(row.Result, row.Result.FollowUps[number - 1])] : null;
        }

        var revision = int.Parse(entry.Data[AnnouncedRevision.Number], CultureInfo.InvariantCulture);
        return row.Result.Revisions.FirstOrDefault(one => one.Number == revision) is { } found ? [.. CreditRecord.Of(row.Result, found)] : null;
    }

    /// <summary>The first entry at or after a time, one behind the last where there is none: times only run forward.</summary>
    private async Task<long> FirstSinceAsync(DateTimeOffset since, long last, CancellationToken cancellation)
    {
        var (low, high) = (1L, last + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var entry = await ledger.GetAsync(middle, cancellation) ?? throw new LedgerDamagedException(middle, "it is gone");
            (low, high) = entry.Time < since ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool IsOver(DateTimeOffset end) => end <= time.Now;

    private static long? ReadCursor(string cursor) =>
        long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Cursor(long number) => number.ToString(CultureInfo.InvariantCulture);
}

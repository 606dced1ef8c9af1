using System.Globalization;
using Inspection.App.Outcomes;

namespace Inspection.App.Ledger;

/// <summary>Which entries come first.</summary>
public enum LedgerOrder
{
    NewestFirst,
    OldestFirst,
}

/// <summary>
/// Reads the ledger for the public, as it is stored, also where it has been tampered with: telling that is the
/// verification's part. A cursor is an entry's number, so pages stay as they are while the ledger grows.
/// </summary>
public sealed class LedgerReader(LedgerStore store)
{
    public async Task<Outcome<Page<LedgerDocument>>> PageAsync(
        LedgerOrder order, string? cursor, int limit, CancellationToken cancellation)
    {
        if (limit is < 1 or > Page<LedgerDocument>.MaxLimit)
            return Refusal.Invalid("limit", $"limit is {limit}; it is 1 to {Page<LedgerDocument>.MaxLimit}");
        var last = await LastNumberAsync(cancellation);
        var start = order == LedgerOrder.NewestFirst ? last : 1;
        if (cursor is not null && (!TryNumber(cursor, out start) || start > last))
            return Refusal.Invalid("cursor", $"'{cursor}' is not a cursor of this list; begin again without it");
        var (from, to) = order == LedgerOrder.NewestFirst
            ? (Math.Max(1, start - limit + 1), start)
            : (start, Math.Min(last, start + limit - 1));
        var items = await ReadAsync(from, to, cancellation);
        if (order == LedgerOrder.OldestFirst)
            return new Page<LedgerDocument>(items, to < last ? Cursor(to + 1) : null);
        items.Reverse();
        return new Page<LedgerDocument>(items, from > 1 ? Cursor(from - 1) : null);
    }

    public async Task<LedgerDocument?> FindAsync(long number, CancellationToken cancellation) =>
        number < 1 ? null : (await ReadAsync(number, number, cancellation)).FirstOrDefault();

    /// <summary>The last number that is stored; 0 while there is none.</summary>
    public async Task<long> LastNumberAsync(CancellationToken cancellation)
    {
        var (noted, _) = await store.GetHeadAsync(cancellation);
        var last = noted.Number;
        await foreach (var (number, _) in store.ReadAsync(noted.Number + 1, cancellation: cancellation))
            last = number;
        return last;
    }

    private static bool TryNumber(string cursor, out long number) =>
        long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static string Cursor(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<List<LedgerDocument>> ReadAsync(long from, long to, CancellationToken cancellation)
    {
        var items = new List<LedgerDocument>();
        if (to < from)
            return items;
        await foreach (var (_, document) in store.ReadAsync(from, to, cancellation))
            items.Add(document);
        return items;
    }
}

using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Ledger.Stamps;

/// <summary>
/// The table <c>ledgerstamps</c>: one row for each stamped head, by its number. The token lies in the row, so that a stamp
/// is there whole or not at all.
/// </summary>
public sealed class StampStore(ITableStore tables)
{
    public const string Table = "ledgerstamps";
    private const string Partition = "stamp";
    private const string Hash = "Hash";

    /// <summary>Keeps the stamp; where its head was stamped meanwhile, that stamp stays.</summary>
    public Task AddAsync(LedgerStamp stamp, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        var row = new TableEntity(Partition, LedgerStore.RowOf(stamp.Head.Number))
        {
            [Hash] = stamp.Head.Hash.ToString(),
            [nameof(LedgerStamp.Time)] = stamp.Time,
            [nameof(LedgerStamp.By)] = stamp.By,
            [nameof(LedgerStamp.IsAttributed)] = stamp.IsAttributed,
            [nameof(LedgerStamp.Token)] = stamp.Token.ToArray(),
        };
        return tables.InsertAsync(Table, row, cancellation);
    }

    /// <summary>The stamp of just this head, or null where there is none.</summary>
    public async Task<LedgerStamp?> GetAsync(long number, CancellationToken cancellation)
    {
        var row = number < 1 ? null : await tables.GetAsync(Table, Partition, LedgerStore.RowOf(number), cancellation);
        return row is null ? null : StampOf(row);
    }

    /// <summary>The stamps of heads from this number on, in order.</summary>
    public IAsyncEnumerable<LedgerStamp> FromAsync(long number, CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(Partition, LedgerStore.RowOf(number)), cancellation).Select(StampOf);

    /// <summary>The stamped hashes by number, from one number up to another.</summary>
    public async Task<Dictionary<long, Digest>> HeadsAsync(long from, long to, CancellationToken cancellation)
    {
        var range = TableRange.Rows(Partition, LedgerStore.RowOf(from), LedgerStore.RowOf(to + 1));
        var heads = new Dictionary<long, Digest>();
        await foreach (var stamp in tables.QueryAsync(Table, range, cancellation).Select(StampOf))
            heads[stamp.Head.Number] = stamp.Head.Hash;
        return heads;
    }

    private static LedgerStamp StampOf(TableEntity row) => new(
        new LedgerHead(
            long.Parse(row.RowKey, System.Globalization.CultureInfo.InvariantCulture),
            Digest.TryParse(row.GetString(Hash) ?? "", out var hash) ? hash : default),
        row.GetDateTimeOffset(nameof(LedgerStamp.Time)) ?? default,
        row.GetString(nameof(LedgerStamp.By)) ?? "",
        row.GetBoolean(nameof(LedgerStamp.IsAttributed)) ?? false,
        row.GetBinary(nameof(LedgerStamp.Token)) ?? []);
}

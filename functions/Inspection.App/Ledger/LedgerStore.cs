using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.Drawing;
using Newtonsoft.Json;

namespace Inspection.App.Ledger;

/// <summary>
/// The ledger's tables.
/// <list type="table">
/// <item><term>ledger</term><description>entries, in partitions of <see cref="BlockSize"/> numbers, the row key being the
/// number: inserting a number can succeed once only, and that insert is what decides who is next</description></item>
/// <item><term>ledgerkeys</term><description>the number of each key</description></item>
/// <item><term>ledgerhead</term><description>up to which entry every key has its row. It may lag behind the last entry by
/// what a killed process left undone; nothing depends on its being the last</description></item>
/// </list>
/// </summary>
public sealed class LedgerStore(ITableStore tables)
{
    /// <summary>Entries of a partition. Part of the layout: never change it.</summary>
    public const int BlockSize = 10_000;

    public const string Entries = "ledger";
    public const string Keys = "ledgerkeys";
    public const string Heads = "ledgerhead";
    private const string HeadKey = "head";

    /// <summary>The entry, or null where there is none.</summary>
    /// <exception cref="LedgerDamagedException">What is stored there is no entry.</exception>
    public async Task<LedgerEntry?> GetAsync(long number, CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Entries, PartitionOf(number), RowOf(number), cancellation);
        return row is null ? null : Read(number, DocumentOf(row));
    }

    /// <summary>Adds the entry; false where somebody else has taken its number.</summary>
    public async Task<bool> TryAddAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        var written = await tables.InsertAsync(Entries, RowOf(entry), cancellation);
        return written.Done;
    }

    /// <summary>What is stored from a number on, up to another, in order, as it stands.</summary>
    public async IAsyncEnumerable<StoredDocument> ReadAsync(
        long from, long to = long.MaxValue, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var block = BlockOf(from); block <= BlockOf(to); block++)
        {
            var any = false;
            var range = TableRange.Rows(PartitionOfBlock(block), RowOf(from), to == long.MaxValue ? null : RowOf(to + 1));
            await foreach (var row in tables.QueryAsync(Entries, range, cancellation))
            {
                any = true;
                yield return new StoredDocument(NumberOf(row.RowKey), DocumentOf(row));
            }

            // Where the upper end is open, the first block without more is the last.
            if (!any && to == long.MaxValue)
                yield break;
        }
    }

    /// <summary>The number that this key has; null where none was noted.</summary>
    public async Task<long?> FindKeyAsync(string key, CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Keys, PartitionOfKey(key), TableKey.Escape(key), cancellation);
        return row is null ? null : NumberIn(row);
    }

    /// <summary>Notes the entry's key; noted twice, it stays as it was.</summary>
    public Task NoteKeyAsync(LedgerEntry entry, CancellationToken cancellation) => tables.InsertAsync(
        Keys,
        new TableEntity(PartitionOfKey(entry.Key), TableKey.Escape(entry.Key)) { [nameof(LedgerEntry.Number)] = entry.Number },
        cancellation);

    /// <summary>The noted head, and the ETag to move it with; number 0 where none was noted.</summary>
    public async Task<(NotedHead Head, ETag ETag)> GetHeadAsync(CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Heads, HeadKey, HeadKey, cancellation);
        return row is null
            ? (new NotedHead(0, ""), default)
            : (new NotedHead(NumberIn(row), TextIn(row, nameof(NotedHead.Hash))), row.ETag);
    }

    /// <summary>Moves the head, unless somebody else did meanwhile: it may lag, and the next append moves it on.</summary>
    public Task MoveHeadAsync(LedgerEntry to, ETag read, CancellationToken cancellation)
    {
        var row = new TableEntity(HeadKey, HeadKey)
        {
            [nameof(NotedHead.Number)] = to.Number,
            [nameof(NotedHead.Hash)] = to.Hash.ToString(),
        };
        return read == default
            ? tables.InsertAsync(Heads, row, cancellation)
            : tables.ReplaceAsync(Heads, row, read, cancellation);
    }

    public static LedgerEntry Read(long number, LedgerDocument document)
    {
        if (!document.TryRead(out var entry, out var problem))
            throw new LedgerDamagedException(number, problem);
        return entry.Number == number ? entry : throw new LedgerDamagedException(number, $"it says that it is {entry.Number}");
    }

    internal static string PartitionOf(long number) => PartitionOfBlock(BlockOf(number));

    internal static string RowOf(long number) => number.ToString("D16", CultureInfo.InvariantCulture);

    private static long NumberOf(string row) =>
        long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long BlockOf(long number) => (number - 1) / BlockSize;

    private static string PartitionOfBlock(long block) => block.ToString("D12", CultureInfo.InvariantCulture);

    // Keys begin alike, so their hashes spread them.
    private static string PartitionOfKey(string key) => Digest.Of(System.Text.Encoding.UTF8.GetBytes(key)).ToString()[..2];

    internal static TableEntity RowOf(LedgerEntry entry)
    {
        var document = LedgerDocument.Of(entry);
        return new TableEntity(PartitionOf(entry.Number), RowOf(entry.Number))
        {
            [nameof(LedgerDocument.Number)] = document.Number,
            [nameof(LedgerDocument.Time)] = document.Time,
            [nameof(LedgerDocument.Kind)] = document.Kind,
            [nameof(LedgerDocument.Key)] = document.Key,
            [nameof(LedgerDocument.Subject)] = document.Subject,
            [nameof(LedgerDocument.DocumentHash)] = document.DocumentHash,
            [nameof(LedgerDocument.Data)] = JsonConvert.SerializeObject(document.Data),
            [nameof(LedgerDocument.Previous)] = document.Previous,
            [nameof(LedgerDocument.Hash)] = document.Hash,
        };
    }

    private static LedgerDocument DocumentOf(TableEntity row) => new()
    {
        Number = NumberIn(row),
        Time = TextIn(row, nameof(LedgerDocument.Time)),
        Kind = TextIn(row, nameof(LedgerDocument.Kind)),
        Key = TextIn(row, nameof(LedgerDocument.Key)),
        Subject = TextIn(row, nameof(LedgerDocument.Subject)),
        DocumentHash = TextIn(row, nameof(LedgerDocument.DocumentHash)),
        Data = LedgerDocument.ReadData(TextIn(row, nameof(LedgerDocument.Data))),
        Previous = TextIn(row, nameof(LedgerDocument.Previous)),
        Hash = TextIn(row, nameof(LedgerDocument.Hash)),
    };

    // Whoever tampers with a row may change a property's type as well.
    private static string TextIn(TableEntity row, string name) => row.TryGetValue(name, out var value) ? value as string ?? "" : "";

    private static long NumberIn(TableEntity row) =>
        row.TryGetValue(nameof(LedgerDocument.Number), out var value) && value is long number ? number : 0;
}

/// <summary>What is stored under a number.</summary>
public readonly record struct StoredDocument(long Number, LedgerDocument Document);

/// <summary>The head as it was noted, which may have been tampered with.</summary>
public readonly record struct NotedHead(long Number, string Hash);

using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Outcomes;

/// <summary>
/// A public table that shows a part of what a private one holds, and nothing else is ever in it. One partition, in which
/// both rows of an entry change in one transaction:
/// <code>
/// entry ID          what is shown
/// list ORDER ID     the same, in the order of the list
/// </code>
/// </summary>
/// <remarks>
/// Whoever changes the private side calls <see cref="BringAsync"/> afterwards, which goes on until the public side says
/// what the private side says; so of several at once the last leaves what is stored. What a crash left between the two
/// sides <see cref="RepairAsync"/> finds.
/// </remarks>
internal sealed class PublicList<T>(ITableStore tables, string table)
    where T : class
{
    private const string Partition = "public";
    private const string EntryPrefix = "entry ";
    private const string ListPrefix = "list ";
    private const string Document = nameof(Document);
    private const string ListKey = nameof(ListKey);

    /// <summary>A page of the list in its order.</summary>
    public async Task<Page<T>> ListAsync(int limit, string? cursor, CancellationToken cancellation)
    {
        var page = await tables.QueryPageAsync(table, TableRange.RowsWithPrefix(Partition, ListPrefix), limit, cursor, cancellation);
        return new Page<T>([.. page.Entities.Select(Read)], page.Continuation);
    }

    /// <summary>What is shown under an id, or null.</summary>
    public async Task<T?> FindAsync(string id, CancellationToken cancellation) =>
        await tables.GetAsync(table, Partition, EntryKey(id), cancellation) is { } row ? Read(row) : null;

    /// <summary>Brings the public side of one thing to what the private side says.</summary>
    /// <param name="id">The thing.</param>
    /// <param name="read">What is to be shown of it now; null where nothing is.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether anything had to be written.</returns>
    public async Task<bool> BringAsync(string id, Func<CancellationToken, Task<PublicEntry<T>?>> read, CancellationToken cancellation)
    {
        var hasWritten = false;
        while (true)
        {
            var wanted = await read(cancellation);
            var held = await tables.GetAsync(table, Partition, EntryKey(id), cancellation);
            if (TextOf(held) == TextOf(id, wanted))
                return hasWritten;
            // Refused where somebody else wrote meanwhile; both sides are read again either way.
            await tables.TransactAsync(table, await WritesAsync(id, held, wanted, cancellation), cancellation);
            hasWritten = true;
        }
    }

    /// <summary>Compares everything that is to be shown with everything that is, and mends what differs.</summary>
    /// <param name="all">Whatever is to be shown, by id.</param>
    /// <param name="read">As for <see cref="BringAsync"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>How many things were mended.</returns>
    public async Task<int> RepairAsync(
        IAsyncEnumerable<(string Id, PublicEntry<T> Entry)> all,
        Func<string, CancellationToken, Task<PublicEntry<T>?>> read,
        CancellationToken cancellation)
    {
        var held = await tables.QueryAsync(table, TableRange.RowsWithPrefix(Partition, EntryPrefix), cancellation)
            .ToDictionaryAsync(static row => row.RowKey, TextOf, StringComparer.Ordinal, cancellation);
        var doubtful = new List<string>();
        await foreach (var (id, entry) in all.WithCancellation(cancellation))
        {
            if (!held.Remove(EntryKey(id), out var text) || text != TextOf(id, entry))
                doubtful.Add(id);
        }

        doubtful.AddRange(held.Keys.Select(static key => TableKey.Unescape(key[EntryPrefix.Length..])));
        var mended = 0;
        foreach (var id in doubtful)
            mended += await BringAsync(id, token => read(id, token), cancellation) ? 1 : 0;
        return mended;
    }

    private async Task<IReadOnlyList<TableWrite>> WritesAsync(
        string id, TableEntity? held, PublicEntry<T>? wanted, CancellationToken cancellation)
    {
        var writes = new List<TableWrite>();
        var (before, after) = (held?.GetString(ListKey), wanted is null ? null : KeyInList(id, wanted));
        if (wanted is not null)
        {
            var entry = Row(EntryKey(id), wanted.Value);
            entry[ListKey] = after;
            writes.Add(held is null ? TableWrite.Insert(entry) : TableWrite.Replace(entry, held.ETag));
            writes.Add(TableWrite.Upsert(Row(after!, wanted.Value)));
        }
        else
        {
            writes.Add(TableWrite.Delete(Partition, EntryKey(id), held!.ETag));
        }

        if (before is not null && before != after && await tables.GetAsync(table, Partition, before, cancellation) is not null)
            writes.Add(TableWrite.Delete(Partition, before));
        return writes;
    }

    private static string EntryKey(string id) => EntryPrefix + TableKey.Escape(id);

    private static string KeyInList(string id, PublicEntry<T> entry) => $"{ListPrefix}{entry.Order} {TableKey.Escape(id)}";

    private static TableEntity Row(string key, T value) => new(Partition, key) { [Document] = StoredJson.Write(value) };

    private static string TextOf(TableEntity? row) => row is null ? "" : $"{row.GetString(ListKey)}\n{row.GetString(Document)}";

    private static string TextOf(string id, PublicEntry<T>? entry) =>
        entry is null ? "" : $"{KeyInList(id, entry)}\n{StoredJson.Write(entry.Value)}";

    private static T Read(TableEntity row) => StoredJson.Read<T>(row.GetString(Document));
}

/// <summary>What is shown of something.</summary>
/// <param name="Order">Its place in the list: a key's characters, of the same length for all where it says anything.</param>
/// <param name="Value">What everybody may see.</param>
internal sealed record PublicEntry<T>(string Order, T Value);

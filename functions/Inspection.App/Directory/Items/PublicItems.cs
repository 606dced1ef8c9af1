using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>The published check items in the table <c>publicitems</c>, by code. The store of items keeps it as it is itself.</summary>
internal sealed class PublicItems(ITableStore tables)
{
    private readonly PublicList<PublicItem> list = new(tables, "publicitems");

    public Task<Page<PublicItem>> ListAsync(int limit, string? cursor, CancellationToken cancellation) =>
        list.ListAsync(limit, cursor, cancellation);

    public Task<PublicItem?> FindAsync(string code, CancellationToken cancellation) => list.FindAsync(code, cancellation);

    /// <summary>Brings one item to what the directory says of it.</summary>
    public Task BringAsync(string code, CheckItemStore items, CancellationToken cancellation) =>
        list.BringAsync(code, token => ReadAsync(code, items, token), cancellation);

    /// <summary>Brings all items to what the directory says.</summary>
    /// <returns>How many were not so before.</returns>
    public Task<int> RepairAsync(CheckItemStore items, CancellationToken cancellation) => list.RepairAsync(
        items.ScanAsync(cancellation).Where(static item => item.Published).Select(static item => (item.Code, EntryOf(item))),
        (code, token) => ReadAsync(code, items, token),
        cancellation);

    private static async Task<PublicEntry<PublicItem>?> ReadAsync(string code, CheckItemStore items, CancellationToken cancellation) =>
        await items.GetAsync(code, cancellation) is { Published: true } item ? EntryOf(item) : null;

    // The order is that of the codes.
    private static PublicEntry<PublicItem> EntryOf(CheckItem item) => new("", PublicItem.Of(item));
}

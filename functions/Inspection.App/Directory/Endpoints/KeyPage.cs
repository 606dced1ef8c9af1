using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>Pages of a small table whose items come in the order of their row keys.</summary>
internal static class KeyPage
{
    /// <param name="partition">The table's partition.</param>
    /// <param name="cursor">Null for the first page, then what the page before gave.</param>
    /// <param name="limit">How many items at most.</param>
    /// <param name="readAfter">Reads on behind a row key, or from the beginning.</param>
    /// <param name="rowOf">An item's row key.</param>
    /// <param name="viewOf">What is shown of an item.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <exception cref="InvalidContinuationException">The cursor was not made here.</exception>
    public static async Task<Page<TView>> ReadAsync<T, TView>(
        string partition,
        string? cursor,
        int limit,
        Func<string?, IAsyncEnumerable<T>> readAfter,
        Func<T, string> rowOf,
        Func<T, TView> viewOf,
        CancellationToken cancellation)
    {
        var row = cursor is null ? null : TableContinuation.Parse(cursor).RowKey;
        var items = await readAfter(row).Take(limit + 1).ToListAsync(cancellation);
        var next = items.Count > limit ? new TableContinuation(partition, rowOf(items[limit - 1])).ToString() : null;
        return new Page<TView>([.. items.Take(limit).Select(viewOf)], next);
    }
}

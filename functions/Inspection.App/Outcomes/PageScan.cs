using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Outcomes;

/// <summary>
/// Pages of a range of which not every row is wanted. A request looks at a bounded number of rows: where few of them are
/// wanted its page is short, even empty, and has a next one.
/// </summary>
internal static class PageScan
{
    private const int Step = 200;

    /// <param name="tables">The store.</param>
    /// <param name="table">The table.</param>
    /// <param name="range">The same range for every page.</param>
    /// <param name="limit">How many items at most.</param>
    /// <param name="cursor">Null for the first page, then what the page before gave.</param>
    /// <param name="maxRead">How many rows one request looks at, more or less.</param>
    /// <param name="keep">What to show of a row; null where it is not wanted.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <exception cref="InvalidContinuationException">The cursor was not made here.</exception>
    public static async Task<Page<T>> ScanAsync<T>(
        this ITableStore tables,
        string table,
        TableRange range,
        int limit,
        string? cursor,
        int maxRead,
        Func<TableEntity, ValueTask<T?>> keep,
        CancellationToken cancellation)
        where T : class
    {
        var items = new List<T>();
        var read = 0;
        do
        {
            var page = await tables.QueryPageAsync(table, range, Math.Clamp(limit, Step, TablePage.MaxSize), cursor, cancellation);
            foreach (var row in page.Entities)
            {
                if (await keep(row) is { } item)
                    items.Add(item);
                if (items.Count == limit)
                    return new Page<T>(items, ReferenceEquals(row, page.Entities[^1]) ? page.Continuation : After(row));
            }

            (cursor, read) = (page.Continuation, read + page.Entities.Count);
        }
        while (cursor is not null && read < maxRead);
        return new Page<T>(items, cursor);
    }

    private static string After(TableEntity row) => TableContinuation.After(row).ToString();
}

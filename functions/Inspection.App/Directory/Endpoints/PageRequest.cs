using System.Diagnostics.CodeAnalysis;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>Which page of a list: <c>?cursor=&amp;limit=</c>.</summary>
public sealed record PageRequest
{
    /// <summary>What the page before gave as next.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many items at most, 1 to 1000.</summary>
    public int Limit { get; init; } = Page<object>.DefaultLimit;

    internal bool IsRefused([NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = Limit is >= 1 and <= Page<object>.MaxLimit
            ? null
            : Refusal.Invalid("bad-limit", $"limit {Limit} is not 1 to {Page<object>.MaxLimit}");
        return refusal is not null;
    }

    /// <summary>A page of a small table whose items come in the order of their keys.</summary>
    /// <param name="partition">The table's partition.</param>
    /// <param name="readAfter">Reads on behind a row key, or from the beginning.</param>
    /// <param name="rowOf">An item's row key.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <exception cref="InvalidContinuationException">The cursor was not made here.</exception>
    internal async Task<Page<T>> OfAsync<T>(
        string partition, Func<string?, IAsyncEnumerable<T>> readAfter, Func<T, string> rowOf, CancellationToken cancellation)
    {
        var row = Cursor is null ? null : TableContinuation.Parse(Cursor).RowKey;
        var items = await readAfter(row).Take(Limit + 1).ToListAsync(cancellation);
        if (items.Count <= Limit)
            return new Page<T>(items, null);
        items.RemoveAt(Limit);
        return new Page<T>(items, new TableContinuation(partition, rowOf(items[^1])).ToString());
    }

    /// <summary>What a cursor that nobody gave is answered with.</summary>
    internal static Refusal BadCursor(InvalidContinuationException exception) =>
        Refusal.Invalid("bad-cursor", exception.Message);
}

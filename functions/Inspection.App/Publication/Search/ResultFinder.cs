using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>A page of published results.</summary>
internal sealed record ResultPage(IReadOnlyList<PublicRow> Rows, string? Next);

/// <summary>
/// Answers queries, the newest publication first. By code and by draw it reads one partition, by name the index, else the
/// months; other filters are applied while it reads. A request looks at so many rows at most: where few of them fit, a page
/// is short or even empty and its cursor goes on.
/// </summary>
/// <remarks>
/// The cursor names the last row that was looked at. Results keep their places, so what is published or corrected meanwhile
/// neither repeats nor hides anything else.
/// </remarks>
internal sealed class ResultFinder(ITableStore tables, PublicMonths months, PublicNames names)
{
    private const int MostOfPage = 256;
    private const int AtOnce = 32;

    /// <exception cref="InvalidContinuationException">The cursor was not made here.</exception>
    public Task<ResultPage> FindAsync(ResultQuery query, string? cursor, int limit, CancellationToken cancellation)
    {
        var after = cursor is null ? default(TableContinuation?) : TableContinuation.Parse(cursor);
        var search = new Search(query, limit) { Last = cursor };
        if (query.Uscc is { } uscc)
            return ScanAsync(search, [TableRange.Rows(PublicResultPlace.EnterpriseOf(uscc))], cancellation);
        if (query.DrawId is { } draw)
            return ScanAsync(search, [TableRange.Rows(PublicResultPlace.DrawOf(draw))], cancellation);
        return query.Name.Length > 0
            ? ByNameAsync(search, after?.RowKey ?? " ", cancellation)
            : ByMonthAsync(search, after, cancellation);
    }

    private async Task<ResultPage> ByMonthAsync(Search search, TableContinuation? after, CancellationToken cancellation)
    {
        var (from, to) = (search.Query.From, search.Query.To);
        if (from is null && to is null)
            return await ScanAsync(search, [TableRange.PartitionsWithPrefix(PublicResultPlace.MonthPrefix)], cancellation);
        var ranges = await months.AllAsync(cancellation)
            .Where(month => (from is null || month.To >= from) && (to is null || month.From <= to))
            .Select(static month => PublicResultPlace.MonthOf(month.Month))
            .Where(partition => after is not { } last || string.CompareOrdinal(partition, last.PartitionKey) >= 0)
            .Select(static partition => TableRange.Rows(partition))
            .ToListAsync(cancellation);
        return await ScanAsync(search, ranges, cancellation);
    }

    private async Task<ResultPage> ScanAsync(Search search, IReadOnlyList<TableRange> ranges, CancellationToken cancellation)
    {
        // Where nothing is filtered the next page is as long as the list that is wanted, and one more.
        var size = Math.Min(search.Limit + 1, MostOfPage);
        foreach (var range in ranges)
        {
            var continuation = search.Last;
            do
            {
                if (search.Work.IsSpent)
                    return search.Page(search.Last);
                var page = await tables.QueryPageAsync(
                    PublicResultStore.Table, range, Math.Min(size, search.Work.RowsLeft), continuation, cancellation);
                search.Work.Reads++;
                foreach (var row in page.Entities)
                {
                    if (!search.TryTake(row))
                        return search.Page(search.Last);
                    search.Last = TableContinuation.After(row).ToString();
                }

                (continuation, size) = (page.Continuation, Math.Min(size * 2, MostOfPage));
            }
            while (continuation is not null);
        }

        return search.Page(null);
    }

    private async Task<ResultPage> ByNameAsync(Search search, string from, CancellationToken cancellation)
    {
        var found = names.FindAsync(search.Query.Name, from, search.Work, cancellation);
        await foreach (var rows in found.Chunk(AtOnce).WithCancellation(cancellation))
        {
            var results = await Task.WhenAll(rows.Select(row => RowAsync(row, cancellation)));
            search.Work.Reads += rows.Length;
            foreach (var (row, result) in rows.Zip(results))
            {
                if (result is not null && !search.TryTake(result))
                    return search.Page(At(row));
            }
        }

        return search.Page(search.Work.Reached is { } reached ? At(reached) : null);
    }

    private async Task<TableEntity?> RowAsync(string row, CancellationToken cancellation) =>
        PublicResultPlace.CodeIn(row) is { } uscc
            ? await tables.GetAsync(PublicResultStore.Table, PublicResultPlace.EnterpriseOf(uscc), row, cancellation)
            : null;

    // A cursor is a place as the store names it, and the index has one place per row, whichever its partition.
    private static string At(string row) => new TableContinuation("name", row).ToString();

    /// <summary>What is looked for, and what was found so far.</summary>
    private sealed class Search(ResultQuery query, int limit)
    {
        private readonly List<PublicRow> found = [];

        public ResultQuery Query => query;

        public int Limit => limit;

        public SearchWork Work { get; } = new();

        public string? Last { get; set; }

        /// <summary>Looks at a row; false where the page is full and the row belongs to the next one.</summary>
        public bool TryTake(TableEntity row)
        {
            Work.Rows++;
            if (!PublicRow.Fits(row, query))
                return true;
            if (found.Count == limit)
                return false;
            found.Add(PublicRow.Read(row));
            return true;
        }

        public ResultPage Page(string? next) => new(found, next);
    }
}

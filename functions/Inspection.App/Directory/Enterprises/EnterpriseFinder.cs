using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>What a list of enterprises is asked for.</summary>
/// <param name="Text">A code, or characters of the name that stand side by side; null for any.</param>
/// <param name="District">The district; null for any.</param>
/// <param name="RiskClass">The class; null for any.</param>
public sealed record EnterpriseQuery(string? Text = null, string? District = null, RiskClass? RiskClass = null);

/// <summary>
/// Lists and finds enterprises page by page, in the order of their places. A request looks at so many rows at most:
/// where few of them fit, a page is short or even empty and its cursor goes on.
/// </summary>
/// <remarks>
/// The cursor names the last row that was looked at, so what is written meanwhile neither repeats nor hides anything else.
/// </remarks>
internal sealed class EnterpriseFinder(ITableStore tables, DistrictAreas areas, NameIndex names)
{
    private const int MostRows = 5000;
    private const int MostReads = 250;

    /// <exception cref="InvalidContinuationException">The cursor was not made here.</exception>
    public async Task<Page<Enterprise>> FindAsync(
        EnterpriseQuery query, string? cursor, int limit, CancellationToken cancellation)
    {
        var after = cursor is null ? default(TableContinuation?) : TableContinuation.Parse(cursor);
        var search = new Search(query, limit) { Last = cursor };
        var districts = query.District is { } one ? new HashSet<string>(StringComparer.Ordinal) { one } : null;
        foreach (var area in await areas.FindAsync(districts, cancellation))
        {
            if (after is { } last && string.CompareOrdinal(area, LastArea(last)) < 0)
                continue;
            if (search.IsSpent)
                return search.Page(search.Last);
            await foreach (var (range, end) in RangesAsync(search, area, after, cancellation))
            {
                if (!await ReadAsync(search, range, cursor, cancellation))
                    return search.Page(search.Last);
                search.Last = end;
            }

            search.Last = EndOf(area);
        }

        return search.Page(null);
    }

    private static string EndOf(string area) => new TableContinuation($"{area}~", "~").ToString();

    // A mistyped cursor may name a partition that is none; then it is compared as it is.
    private static string LastArea(TableContinuation last) =>
        last.PartitionKey.Length < EnterprisePlace.AreaLength ? last.PartitionKey : EnterprisePlace.AreaOf(last.PartitionKey);

    private async IAsyncEnumerable<(TableRange Range, string End)> RangesAsync(
        Search search,
        string area,
        TableContinuation? after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!search.HasPieces)
        {
            yield return (TableRange.PartitionsWithPrefix(area), EndOf(area));
            yield break;
        }

        search.Reads++;
        var slots = await names.FindAsync(area, search.Normal, cancellation);
        foreach (var (first, last) in Runs(slots))
        {
            var partition = EnterprisePlace.PartitionOf(area, EnterprisePlace.ShardOf(first));
            var to = EnterprisePlace.RowPrefix(last) + "~";
            if (after is { } done && IsBehind(done, partition, to))
                continue;
            yield return (
                TableRange.Rows(partition, EnterprisePlace.RowPrefix(first), to),
                new TableContinuation(partition, to).ToString());
        }
    }

    private static bool IsBehind(TableContinuation done, string partition, string to) =>
        string.CompareOrdinal(done.PartitionKey, partition) is var order
        && (order > 0 || (order == 0 && string.CompareOrdinal(done.RowKey, to) >= 0));

    /// <summary>Slots side by side in one partition are read as one range.</summary>
    private static IEnumerable<(int First, int Last)> Runs(SlotSet slots)
    {
        var (first, last) = (-1, -1);
        foreach (var slot in slots.From(0))
        {
            if (last >= 0 && slot == last + 1 && EnterprisePlace.ShardOf(slot) == EnterprisePlace.ShardOf(first))
            {
                last = slot;
                continue;
            }

            if (last >= 0)
                yield return (first, last);
            (first, last) = (slot, slot);
        }

        if (last >= 0)
            yield return (first, last);
    }

    /// <summary>Reads a range until it ends; false where the page or the work that it may cost ended first.</summary>
    private async Task<bool> ReadAsync(Search search, TableRange range, string? cursor, CancellationToken cancellation)
    {
        // Of two places the later one counts: what the range begins with, or where the page before stopped.
        var continuation = cursor;
        while (true)
        {
            if (search.IsSpent)
                return false;
            var size = Math.Min(TablePage.MaxSize, MostRows - search.Rows);
            var page = await tables.QueryPageAsync(EnterpriseStore.Table, range, size, continuation, cancellation);
            search.Reads++;
            foreach (var entity in page.Entities)
            {
                if (!search.TryTake(entity))
                    return false;
            }

            if (page.Continuation is null)
                return true;
            continuation = page.Continuation;
        }
    }

    /// <summary>What is looked for, and how far the search is.</summary>
    private sealed class Search(EnterpriseQuery query, int limit)
    {
        public string Normal { get; } = NamePieces.Normal(query.Text ?? "");

        public bool HasPieces { get; } = ProtocolText.ScalarCount(NamePieces.Normal(query.Text ?? "")) > 1;

        public List<Enterprise> Found { get; } = [];

        public string? Last { get; set; }

        public int Rows { get; private set; }

        public int Reads { get; set; }

        /// <summary>Whether one request has done all the work that it may.</summary>
        public bool IsSpent => Rows >= MostRows || Reads >= MostReads;

        /// <summary>Looks at a row; false where the page is full and the row belongs to the next one.</summary>
        public bool TryTake(TableEntity entity)
        {
            var enterprise = EnterpriseEntity.Read(entity);
            var fits = Fits(enterprise);
            if (fits && Found.Count == limit)
                return false;
            Rows++;
            Last = TableContinuation.After(entity).ToString();
            if (fits)
                Found.Add(enterprise);
            return true;
        }

        public Page<Enterprise> Page(string? next) => new(Found, next);

        private bool Fits(Enterprise enterprise) =>
            (query.District is null || enterprise.District == query.District)
            && (query.RiskClass is null || enterprise.RiskClass == query.RiskClass)
            && NamePieces.Normal(enterprise.Name).Contains(Normal, StringComparison.Ordinal);
    }
}

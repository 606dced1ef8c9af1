using Inspection.App.Languages;

namespace Inspection.App.Publication;

/// <summary>In which order results are shown. The names are stable: they stand in addresses.</summary>
internal enum ResultOrder
{
    [Label("最近公示的在前", "Latest publication first")]
    Published,

    [Label("最近检查的在前", "Latest inspection first")]
    Inspected,

    [Label("按企业名称", "By the enterprise's name")]
    Name,
}

/// <summary>
/// Sorts what fits a query in another order than that of publication, in which results are kept. It holds all of it at once,
/// so it does so only where that is not too much.
/// </summary>
internal sealed class ResultSorter(ResultFinder finder)
{
    /// <summary>The most results that are sorted.</summary>
    public const int Most = 500;

    // A query looks at so many rows each time; where few of them fit it would go on for long.
    private const int MostLooks = 5;

    /// <summary>Everything that fits in this order, or null where more fits than is sorted.</summary>
    public async Task<IReadOnlyList<PublicResult>?> FindAsync(ResultQuery query, ResultOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = new List<PublicResult>();
        var cursor = default(string);
        for (var look = 0; look == 0 || cursor is not null; look++)
        {
            if (look == MostLooks || found.Count > Most)
                return null;
            var page = await finder.FindAsync(query, cursor, Most + 1 - found.Count, cancellation);
            found.AddRange(page.Rows.Select(static row => row.Result));
            cursor = page.Next;
        }

        return found.Count > Most ? null : Sorted(found, order);
    }

    // Sorting is stable, so that the latest publication stays first among equals.
    private static List<PublicResult> Sorted(List<PublicResult> found, ResultOrder order) => order switch
    {
        ResultOrder.Inspected => [.. found.OrderByDescending(static result => result.InspectedOn)],
        ResultOrder.Name => [.. found.OrderBy(static result => result.Name, StringComparer.Ordinal)],
        _ => found,
    };
}

using System.Globalization;

namespace Inspection.App.Pages;

/// <summary>A page of a list that is read whole, filtered, and shown in numbered pages; others go on by a cursor.</summary>
/// <param name="Rows">What stands on the page.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Number">The page's number, from 1.</param>
internal sealed record NumberedPage<T>(IReadOnlyList<T> Rows, int Count, int Number)
{
    /// <summary>The number's name in the query.</summary>
    public const string QueryName = "page";

    private const int RowsOfPage = 50;

    public static NumberedPage<T> Of(IReadOnlyList<T> all, int number)
    {
        ArgumentNullException.ThrowIfNull(all);
        return new NumberedPage<T>([.. all.Skip((Math.Max(1, number) - 1) * RowsOfPage).Take(RowsOfPage)], all.Count, number);
    }

    public Pager PagerOf(IQueryCollection query) => Pager.Of(
        query, Number * RowsOfPage < Count ? (Number + 1).ToString(CultureInfo.InvariantCulture) : null, QueryName);
}

using Inspection.App.Directory;
using Inspection.App.Publication;

namespace Inspection.App.Tests.Publication;

/// <summary>The slow, obvious twin of the finder: looks at everything and sorts it.</summary>
internal static class PlainResults
{
    public static IReadOnlyList<string> Find(IEnumerable<PublicResult> all, ResultQuery query) =>
    [
        .. all.Where(result => Fits(result, query))
            .OrderByDescending(result => result.PublishedAt).ThenBy(result => result.Id, StringComparer.Ordinal)
            .Select(result => result.Id),
    ];

    private static bool Fits(PublicResult result, ResultQuery query) =>
        (query.Uscc is null || result.Uscc == query.Uscc)
        && (query.DrawId is null || result.DrawId == query.DrawId)
        && (query.District is null || result.District == query.District)
        && (query.Department is null || result.Departments.Contains(query.Department))
        && (query.From is null || result.InspectedOn >= query.From)
        && (query.To is null || result.InspectedOn <= query.To)
        && ((query.Item is null && query.Code is null)
            || result.Items.Any(item => (query.Item is null || item.ItemCode == query.Item) && (query.Code is null || item.Code == query.Code)))
        && NamePieces.Normal(result.Name).Contains(query.Name, StringComparison.Ordinal);
}

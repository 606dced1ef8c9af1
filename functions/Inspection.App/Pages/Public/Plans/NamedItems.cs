using Inspection.App.Directory;

namespace Inspection.App.Pages;

/// <summary>The names of check items; one that is not published any more keeps its code.</summary>
internal sealed class NamedItems(PublicItems items)
{
    public async Task<IReadOnlyList<(string Code, string? Name)>> OfAsync(IEnumerable<string> codes, CancellationToken cancellation)
    {
        var named = new List<(string, string?)>();
        foreach (var code in codes)
            named.Add((code, (await items.FindAsync(code, cancellation))?.Name));
        return named;
    }
}

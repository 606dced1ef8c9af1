using Microsoft.AspNetCore.Http.Extensions;

namespace Inspection.App.Pages;

/// <summary>Where a list goes on, as addresses that keep everything else of the query.</summary>
/// <param name="First">The list's beginning; null where this is it.</param>
/// <param name="Next">What follows; null at the end.</param>
internal sealed record Pager(string? First, string? Next)
{
    /// <summary>The pager of a list that goes on by a cursor.</summary>
    /// <param name="query">The query of this page.</param>
    /// <param name="next">The cursor of what follows; null at the end.</param>
    /// <param name="name">The cursor's name in the query.</param>
    public static Pager Of(IQueryCollection query, string? next, string name = "cursor")
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Pager(query.ContainsKey(name) ? With(query, name, null) : null, next is null ? null : With(query, name, next));
    }

    private static string With(IQueryCollection query, string name, string? value)
    {
        var kept = query.Where(pair => pair.Key != name)
            .SelectMany(pair => pair.Value.Select(each => KeyValuePair.Create(pair.Key, each ?? "")));
        var all = new QueryBuilder(value is null ? kept : kept.Append(KeyValuePair.Create(name, value))).ToString();
        // An empty reference would keep the query that is there.
        return all.Length == 0 ? "?" : all;
    }
}

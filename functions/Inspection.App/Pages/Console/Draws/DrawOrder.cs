using Inspection.App.Draws;

namespace Inspection.App.Pages.Console;

/// <summary>The order of draws in lists.</summary>
internal static class DrawOrder
{
    /// <summary>The last asked for first.</summary>
    public static IReadOnlyList<DrawHead> NewestFirst(this IEnumerable<DrawHead> draws) =>
        [.. draws.OrderByDescending(static draw => draw.RequestedAt).ThenByDescending(static draw => draw.Id, StringComparer.Ordinal)];
}

namespace Inspection.App.Outcomes;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Next">The cursor of the next page, or null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many items a page has where the caller does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most items of one page.</summary>
    public const int MaxLimit = 1000;
}

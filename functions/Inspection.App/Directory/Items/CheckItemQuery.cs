using Inspection.App.Outcomes;

namespace Inspection.App.Directory;

/// <summary>Which check items a list wants; null for any.</summary>
/// <param name="Text">A part of the name or of the code.</param>
/// <param name="Category">The category.</param>
/// <param name="Published">Whether it is published.</param>
internal sealed record CheckItemQuery(string? Text, ItemCategory? Category, bool? Published)
{
    public bool Takes(CheckItem item) =>
        (Category is null || item.Category == Category)
        && (Published is null || item.Published == Published)
        && (item.Code.Contains(Text ?? "", StringComparison.OrdinalIgnoreCase)
            || item.Name.Contains(Text ?? "", StringComparison.OrdinalIgnoreCase));

    /// <summary>A page of them, in the order of their codes.</summary>
    public Task<Page<TView>> ReadAsync<TView>(
        CheckItemStore store, string? cursor, int limit, Func<CheckItem, TView> viewOf, CancellationToken cancellation) =>
        KeyPage.ReadAsync(
            CheckItemEntity.Partition,
            cursor,
            limit,
            row => (row is null ? store.ScanAsync(cancellation) : store.ScanAfterAsync(row, cancellation)).Where(Takes),
            item => CheckItemEntity.Row(item.Code),
            viewOf,
            cancellation);
}

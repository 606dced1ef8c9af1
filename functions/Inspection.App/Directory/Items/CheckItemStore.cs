using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>The check items of the directory.</summary>
public sealed class CheckItemStore(ITableStore tables)
{
    internal const string Table = "checkitems";

    /// <summary>The item of this code, or null.</summary>
    public async Task<CheckItem?> GetAsync(string code, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, CheckItemEntity.Partition, CheckItemEntity.Row(code), cancellation) is { } entity
            ? CheckItemEntity.Read(entity)
            : null;

    /// <summary>All items in the order of their codes.</summary>
    public IAsyncEnumerable<CheckItem> ScanAsync(CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(CheckItemEntity.Partition), cancellation).Select(CheckItemEntity.Read);
}

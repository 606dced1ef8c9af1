using Inspection.App.Outcomes;
using Inspection.App.Storage;
using ETag = Azure.ETag;

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

    /// <summary>The items whose rows come after this row key.</summary>
    internal IAsyncEnumerable<CheckItem> ScanAfterAsync(string row, CancellationToken cancellation = default) => tables
        .QueryAsync(Table, TableRange.Rows(CheckItemEntity.Partition, $"{row} "), cancellation)
        .Select(CheckItemEntity.Read);

    /// <summary>Adds an item; refused where the directory holds the code already.</summary>
    public async Task<Outcome<CheckItem>> AddAsync(CheckItem item, CancellationToken cancellation = default)
    {
        var result = await tables.InsertAsync(Table, CheckItemEntity.Of(item), cancellation);
        return result.Done ? await ReadBackAsync(item.Code, cancellation) : DirectoryRefusals.Exists($"item {item.Code}");
    }

    /// <summary>Replaces the item that was read with this ETag.</summary>
    public async Task<Outcome<CheckItem>> ReplaceAsync(
        CheckItem item, ETag expected, CancellationToken cancellation = default)
    {
        var result = await tables.ReplaceAsync(Table, CheckItemEntity.Of(item), expected, cancellation);
        return result.Done
            ? await ReadBackAsync(item.Code, cancellation)
            : DirectoryRefusals.NotWritten(result.Outcome, $"item {item.Code}");
    }

    /// <summary>Takes the item out of the directory; null where that was done.</summary>
    public async Task<Refusal?> DeleteAsync(string code, ETag expected, CancellationToken cancellation = default)
    {
        var result = await tables.DeleteAsync(
            Table, CheckItemEntity.Partition, CheckItemEntity.Row(code), expected, cancellation);
        return result.Done ? null : DirectoryRefusals.NotWritten(result.Outcome, $"item {code}");
    }

    /// <summary>Puts items there, whatever was there before. Where it is cut off, doing it again ends the same.</summary>
    internal async Task PutAsync(IEnumerable<CheckItem> items, CancellationToken cancellation = default)
    {
        foreach (var writes in items.Select(CheckItemEntity.Of).Select(TableWrite.Upsert).Chunk(EntityRules.MaxTransaction))
            await tables.TransactAsync(Table, writes, cancellation);
    }

    // Gone already where somebody else deleted it at once.
    private async Task<Outcome<CheckItem>> ReadBackAsync(string code, CancellationToken cancellation) =>
        await GetAsync(code, cancellation) is { } written ? written : DirectoryRefusals.Unknown($"item {code}");
}

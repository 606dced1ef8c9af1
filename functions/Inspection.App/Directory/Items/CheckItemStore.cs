using Inspection.App.Outcomes;
using Inspection.App.Storage;
using ETag = Azure.ETag;

namespace Inspection.App.Directory;

/// <summary>The check items of the directory.</summary>
public sealed class CheckItemStore(ITableStore tables)
{
    internal const string Table = "checkitems";

    private readonly PublicItems shown = new(tables);

    /// <summary>The item of this code, or null.</summary>
    public async Task<CheckItem?> GetAsync(string code, CancellationToken cancellation = default) =>
        TextRules.IsId(code)
        && await tables.GetAsync(Table, CheckItemEntity.Partition, CheckItemEntity.Row(code), cancellation) is { } entity
            ? CheckItemEntity.Read(entity)
            : null;

    /// <summary>All items in the order of their codes.</summary>
    public IAsyncEnumerable<CheckItem> ScanAsync(CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(CheckItemEntity.Partition), cancellation).Select(CheckItemEntity.Read);

    /// <summary>The items whose rows come after this row key.</summary>
    internal IAsyncEnumerable<CheckItem> ScanAfterAsync(string row, CancellationToken cancellation = default) => tables
        .QueryAsync(Table, TableRange.Rows(CheckItemEntity.Partition, $"{row} "), cancellation)
        .Select(CheckItemEntity.Read);

    /// <summary>Replaces the item that was read with this ETag, or without one puts it there.</summary>
    internal async Task<Outcome<Saved<CheckItem>>> SaveAsync(
        CheckItem item, ETag? expected, CancellationToken cancellation = default)
    {
        var entity = CheckItemEntity.Of(item);
        var isNew = expected is null && (await tables.InsertAsync(Table, entity, cancellation)).Done;
        if (!isNew)
        {
            var result = await tables.ReplaceAsync(Table, entity, expected ?? ETag.All, cancellation);
            if (!result.Done)
                return DirectoryRefusals.NotWritten(result.Outcome, $"item {item.Code}");
        }

        await ShowAsync(item.Code);
        // Gone already where somebody else deleted it at once.
        return await GetAsync(item.Code, cancellation) is { } saved
            ? new Saved<CheckItem>(saved, isNew)
            : DirectoryRefusals.Unknown($"item {item.Code}");
    }

    /// <summary>Takes the item out of the directory; null where that was done.</summary>
    public async Task<Refusal?> DeleteAsync(string code, ETag expected, CancellationToken cancellation = default)
    {
        if (!TextRules.IsId(code))
            return DirectoryRefusals.Unknown($"item {CellText.Shown(code)}");
        var result = await tables.DeleteAsync(
            Table, CheckItemEntity.Partition, CheckItemEntity.Row(code), expected, cancellation);
        if (!result.Done)
            return DirectoryRefusals.NotWritten(result.Outcome, $"item {code}");
        await ShowAsync(code);
        return null;
    }

    /// <summary>Brings what everybody sees of all items to what is stored.</summary>
    /// <returns>How many items were not so before.</returns>
    internal Task<int> RepairPublicAsync(CancellationToken cancellation = default) => shown.RepairAsync(this, cancellation);

    /// <summary>
    /// Puts items there, whatever was there before. Where it is cut off, doing it again ends the same. What everybody sees
    /// of them follows with <see cref="RepairPublicAsync"/>.
    /// </summary>
    internal async Task PutAsync(IEnumerable<CheckItem> items, CancellationToken cancellation = default)
    {
        foreach (var writes in items.Select(CheckItemEntity.Of).Select(TableWrite.Upsert).Chunk(EntityRules.MaxTransaction))
            await tables.TransactAsync(Table, writes, cancellation);
    }

    // Whether or not the caller still listens: what was written is shown.
    private Task ShowAsync(string code) => shown.BringAsync(code, this, CancellationToken.None);
}

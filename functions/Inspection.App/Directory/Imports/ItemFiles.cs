namespace Inspection.App.Directory;

/// <summary>Check items from and to files.</summary>
internal sealed class ItemFiles(CheckItemStore store) : IDirectoryFiles
{
    private const int Portion = 500;

    public string Directory => "items";

    public IReadOnlyList<Column> Columns => ItemColumns.All;

    public IReadOnlyList<string> Example { get; } =
    [
        "SP-001", "食品销售监督检查", "重点", "食品", "市场监管部门", "食品销售者", "查验许可、进货查验记录、标签和贮存条件",
        "《中华人民共和国食品安全法》第一百一十条", "责令改正；违法的依法立案查处", "每年至少一次", "实地检查", "食品", "是",
    ];

    public async Task<CheckedFile> CheckAsync(
        Stream file, ImportJob import, Action<RejectedRow> reject, CancellationToken cancellation)
    {
        var held = await store.ScanAsync(cancellation).ToDictionaryAsync(
            item => item.Code, StringComparer.Ordinal, cancellation);
        var (writes, added, unchanged) = (new List<CheckItem>(), 0, 0);
        foreach (var (item, line) in ItemFile.Read(file, import.FileName, reject))
        {
            foreach (var (column, problem) in CheckItemRules.ProblemsOf(item))
                reject(new RejectedRow(import.FileName, line, column.English, item.Code, problem));
            if (!held.Remove(item.Code, out var before))
                added++;
            else if (Same(before, item))
                unchanged++;
            if (before is null || !Same(before, item))
                writes.Add(item);
        }

        var counts = new ImportCounts(added, writes.Count - added, unchanged, held.Count);
        return new CheckedFile(counts, (report, token) => WriteAsync(writes, report, token));
    }

    public IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(CancellationToken cancellation) =>
        store.ScanAsync(cancellation).Select(DirectoryRows.Of);

    private async Task WriteAsync(List<CheckItem> items, Func<int, Task> report, CancellationToken cancellation)
    {
        foreach (var portion in items.Chunk(Portion))
        {
            await store.PutAsync(portion, cancellation);
            await report(portion.Length);
        }

        // All of them: where the import goes on after a crash, some were written before.
        await store.RepairPublicAsync(cancellation);
    }

    private static bool Same(CheckItem held, CheckItem wanted) =>
        DirectoryRows.Of(held).SequenceEqual(DirectoryRows.Of(wanted));
}

namespace Inspection.App.Directory;

/// <summary>Inspectors from and to files.</summary>
internal sealed class InspectorFiles(InspectorStore store, TimeProvider time) : IDirectoryFiles
{
    private const int Portion = 500;

    /// <summary>The grounds of recusals that come from a file, which says none.</summary>
    public const string ImportedGrounds = "导入";

    public string Directory => "inspectors";

    public IReadOnlyList<Column> Columns => InspectorColumns.All;

    public IReadOnlyList<string> Example { get; } =
        ["37990111000001", "王伟", "区市场监管局", "特种设备;食品", "2035-12-31", "91379901MA00000004", "在岗"];

    public async Task<CheckedFile> CheckAsync(
        Stream file, ImportJob import, Action<RejectedRow> reject, CancellationToken cancellation)
    {
        var held = await store.ScanAsync(cancellation).ToDictionaryAsync(
            inspector => inspector.InspectorId, StringComparer.Ordinal, cancellation);
        var (writes, added, unchanged) = (new List<InspectorProfile>(), 0, 0);
        foreach (var row in InspectorFile.Read(file, import.FileName, reject))
        {
            var inspector = Of(row, import, held.GetValueOrDefault(row.InspectorId));
            foreach (var (column, problem) in InspectorRules.ProblemsOf(inspector))
                reject(new RejectedRow(import.FileName, row.Line, column.English, row.InspectorId, problem));
            if (!held.Remove(row.InspectorId, out var before))
                added++;
            else if (Same(before, inspector))
                unchanged++;
            if (before is null || !Same(before, inspector))
                writes.Add(inspector);
        }

        var counts = new ImportCounts(added, writes.Count - added, unchanged, held.Count);
        return new CheckedFile(counts, (report, token) => WriteAsync(writes, report, token));
    }

    public IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(CancellationToken cancellation) =>
        store.ScanAsync(cancellation).Select(DirectoryRows.Of);

    private async Task WriteAsync(List<InspectorProfile> inspectors, Func<int, Task> report, CancellationToken cancellation)
    {
        foreach (var portion in inspectors.Chunk(Portion))
        {
            await store.PutAsync(portion, cancellation);
            await report(portion.Length);
        }
    }

    /// <summary>
    /// The inspector with the recusals that the directory does not have yet. A file takes none away, nor does it confirm
    /// one that a person declared: that is for a second person.
    /// </summary>
    private InspectorProfile Of(InspectorRow row, ImportJob import, InspectorProfile? held)
    {
        var known = held?.Recusals.Select(recusal => recusal.Uscc).ToHashSet() ?? [];
        var now = time.GetUtcNow();
        return new InspectorProfile
        {
            InspectorId = row.InspectorId,
            Name = row.Name,
            Department = row.Department,
            Skills = row.Skills,
            CertificateExpires = row.CertificateExpires,
            Status = row.Status,
            Recusals =
            [
                .. row.Recused.Where(uscc => !known.Contains(uscc)).Select(uscc => new Recusal(
                    uscc, ImportedGrounds, import.StartedBy, import.StartedAt, $"import {import.Id}", now)),
            ],
        };
    }

    // Nothing to add and every other cell as it is.
    private static bool Same(InspectorProfile held, InspectorProfile wanted) =>
        wanted.Recusals.Count == 0
        && DirectoryRows.Of(held with { Recusals = [] }).SequenceEqual(DirectoryRows.Of(wanted));
}

using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>
/// The bulk files: table <c>publicbulk</c>, one partition, the newest month first; and blobs <c>public/bulk/MONTH/HASH</c>,
/// written before the row that names them, so that whoever reads a row finds its files. The files that a row named before
/// stay for whoever just read it, and go at the next change.
/// </summary>
internal sealed class BulkStore(ITableStore tables, IBlobStore blobs)
{
    private const string Table = "publicbulk";
    private const string Partition = "month";
    private const string Document = nameof(Document);
    private const string Before = nameof(Before);

    /// <summary>Every month with files, the newest first.</summary>
    public IAsyncEnumerable<BulkMonth> AllAsync(CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(Partition), cancellation).Select(static row => Read(row, Document));

    public async Task<BulkMonth?> FindAsync(PublicationMonth month, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, Partition, month.Countdown, cancellation) is { } row ? Read(row, Document) : null;

    /// <summary>The content of a file, which the caller disposes, or null where it was made anew meanwhile.</summary>
    public Task<Blob?> OpenAsync(BulkMonth month, BulkFile file, CancellationToken cancellation = default) =>
        blobs.GetAsync(NameOf(month, file), cancellation);

    /// <summary>Puts a month's files in the place of those before. One at a time: the job that makes them holds a lease.</summary>
    public async Task PutAsync(
        PublicationMonth month, BulkMonth made, IReadOnlyList<(BulkFile File, Stream Content)> files, CancellationToken cancellation)
    {
        foreach (var (file, content) in files)
            await blobs.PutAsync(NameOf(made, file), content, cancellation: cancellation);
        var held = await tables.GetAsync(Table, Partition, month.Countdown, cancellation);
        var row = new TableEntity(Partition, month.Countdown) { [Document] = StoredJson.Write(made) };
        if (held is not null)
            row[Before] = held.GetString(Document);
        await tables.UpsertAsync(Table, row, cancellation);
        if (held?.GetString(Before) is null)
            return;
        var kept = made.Files.Concat(Read(held, Document).Files).Select(static file => file.Sha256).ToHashSet();
        var older = Read(held, Before);
        foreach (var file in older.Files.Where(file => !kept.Contains(file.Sha256)))
            await blobs.DeleteAsync(NameOf(older, file), cancellation);
    }

    private static string NameOf(BulkMonth month, BulkFile file) =>
        $"public/bulk/{month.Month}/{file.Sha256}{Path.GetExtension(file.Name)}";

    private static BulkMonth Read(TableEntity row, string column) => StoredJson.Read<BulkMonth>(row.GetString(column));
}

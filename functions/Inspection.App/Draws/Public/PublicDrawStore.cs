using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Draws;

/// <summary>
/// What the public sees of draws, apart from everything else: table <c>publicdraws</c>, once by id, once by the time of the
/// notice, newest first, and once by task and attempt; and blobs under <c>public/draws/ID/</c>.
/// </summary>
internal sealed class PublicDrawStore(ITableStore tables, IBlobStore blobs)
{
    private const string Table = "publicdraws";
    private const string ById = "id";
    private const string ByTime = "time";
    private const string ByTask = "task";
    private const string Document = nameof(Document);

    public async Task<PublicDraw?> FindAsync(string id, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, ById, TableKey.Escape(id), cancellation) is { } row ? Read(row) : null;

    /// <summary>The newest notices first.</summary>
    public async Task<Page<PublicDraw>> ListAsync(int limit, string? cursor, CancellationToken cancellation = default)
    {
        var page = await tables.QueryPageAsync(Table, TableRange.Rows(ByTime), limit, cursor, cancellation);
        return new Page<PublicDraw>([.. page.Entities.Select(Read)], page.Continuation);
    }

    /// <summary>The draws of a task, voided ones among them, in the order of their attempts.</summary>
    public async Task<Page<PublicDraw>> ListOfTaskAsync(string taskId, int limit, string? cursor, CancellationToken cancellation = default)
    {
        var page = await tables.QueryPageAsync(
            Table, TableRange.RowsWithPrefix(ByTask, TableKey.Escape(taskId) + " "), limit, cursor, cancellation);
        return new Page<PublicDraw>([.. page.Entities.Select(Read)], page.Continuation);
    }

    public async Task PutAsync(PublicDraw draw, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var id = TableKey.Escape(draw.Id);
        await tables.UpsertAsync(Table, Row(ById, id, draw), cancellation);
        await tables.UpsertAsync(Table, Row(ByTime, $"{Countdown.Of(draw.CommittedAt)} {id}", draw), cancellation);
        var attempt = draw.Attempt.ToString("d6", CultureInfo.InvariantCulture);
        await tables.UpsertAsync(Table, Row(ByTask, $"{TableKey.Escape(draw.TaskId)} {attempt}", draw), cancellation);
    }

    /// <summary>A public file with its version, which the caller disposes, or null where it is not public.</summary>
    public Task<Blob?> OpenAsync(string id, string file, CancellationToken cancellation = default) =>
        blobs.GetAsync(NameOf(id, file), cancellation);

    public async Task PutFileAsync(string id, string file, Stream content, CancellationToken cancellation = default) =>
        await blobs.PutAsync(NameOf(id, file), content, cancellation: cancellation);

    public async Task PutFileAsync(string id, string file, byte[] bytes, CancellationToken cancellation = default)
    {
        using var content = new MemoryStream(bytes, writable: false);
        await PutFileAsync(id, file, content, cancellation);
    }

    private static string NameOf(string id, string file) => $"public/draws/{id}/{file}";

    private static TableEntity Row(string partition, string row, PublicDraw draw) =>
        new(partition, row) { [Document] = StoredJson.Write(draw) };

    private static PublicDraw Read(TableEntity row) => StoredJson.Read<PublicDraw>(row.GetString(Document));
}

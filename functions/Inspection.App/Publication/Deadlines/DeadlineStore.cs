using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>What the last daily look found: table <c>deadlines</c>, one row.</summary>
internal sealed class DeadlineStore(ITableStore tables)
{
    private const string Table = "deadlines";
    private const string Key = "notes";
    private const string Document = nameof(Document);

    public async Task<DeadlineNotes> ReadAsync(CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, Key, Key, cancellation) is { } row
            ? StoredJson.Read<DeadlineNotes>(LongText.Get(row, Document))
            : DeadlineNotes.None;

    public Task PutAsync(DeadlineNotes notes, CancellationToken cancellation)
    {
        var row = new TableEntity(Key, Key);
        LongText.Set(row, Document, StoredJson.Write(notes));
        return tables.UpsertAsync(Table, row, cancellation);
    }
}

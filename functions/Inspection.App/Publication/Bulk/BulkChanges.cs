using Azure;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>A month whose bulk files are to be made.</summary>
internal sealed record ChangedMonth(PublicationMonth Month, ETag ETag);

/// <summary>
/// The months in which something changed since their bulk files were made: table <c>bulkchanges</c>. Whoever changed a
/// public row notes it afterwards; whoever made the files takes the note away that was there before they looked. So what
/// changes while they look is noted again and stays.
/// </summary>
internal sealed class BulkChanges(ITableStore tables)
{
    private const string Table = "bulkchanges";
    private const string Partition = "month";

    public Task NoteAsync(PublicationMonth month, CancellationToken cancellation) =>
        tables.UpsertAsync(Table, new TableEntity(Partition, month.ToString()), cancellation);

    public IAsyncEnumerable<ChangedMonth> AllAsync(CancellationToken cancellation) => tables
        .QueryAsync(Table, TableRange.Rows(Partition), cancellation)
        .Select(static row => new ChangedMonth(PublicationMonth.Parse(row.RowKey), row.ETag));

    public Task RemoveAsync(ChangedMonth done, CancellationToken cancellation) =>
        tables.DeleteAsync(Table, Partition, done.Month.ToString(), done.ETag, cancellation);
}

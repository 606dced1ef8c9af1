using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>
/// The published results: table <c>publicresults</c>, each row whole by itself; <see cref="PublicResultPlace"/> says which
/// rows there are. The enterprise's row decides: it is written on the condition that it is still as it was read, and its
/// sequence tells of any two copies which is the newer. So however many write at once and wherever they are cut off, no
/// older copy ever takes the place of a newer one, and writing again ends the same.
/// </summary>
internal sealed class PublicResultStore(ITableStore tables, PublicMonths months, PublicNames names, BulkChanges changes)
{
    public const string Table = "publicresults";

    /// <summary>The result of this id, or null where none is public.</summary>
    public async Task<PublicRow?> FindAsync(string id, CancellationToken cancellation = default)
    {
        if (PublicResultPlace.CodeIn(id) is not { } uscc)
            return null;
        var rows = tables.QueryAsync(Table, TableRange.Rows(PublicResultPlace.EnterpriseOf(uscc)), cancellation);
        return await rows.FirstOrDefaultAsync(row => PublicResultPlace.IsRowOf(row.RowKey, id), cancellation) is { } found
            ? PublicRow.Read(found)
            : null;
    }

    /// <summary>Every result that first became public in the month, the newest first.</summary>
    public IAsyncEnumerable<PublicResult> OfMonthAsync(PublicationMonth month, CancellationToken cancellation) => tables
        .QueryAsync(Table, TableRange.Rows(PublicResultPlace.MonthOf(month)), cancellation)
        .Select(static row => PublicRow.Read(row).Result);

    /// <summary>Brings every row of a result to what it says now.</summary>
    /// <param name="result">The result; what names its place is as it was before.</param>
    /// <param name="month">The month of its first publication.</param>
    /// <param name="before">The row as <see cref="FindAsync"/> gave it before anything that the result is made of was read; null for a new one.</param>
    /// <param name="cancellation">Stops the writes.</param>
    /// <returns>The row as it is now, or null where somebody else wrote it meanwhile: read it again.</returns>
    public async Task<PublicRow?> WriteAsync(
        PublicResult result, PublicationMonth month, PublicRow? before, CancellationToken cancellation)
    {
        var row = before is not null && StoredJson.Write(before.Result) == StoredJson.Write(result)
            ? before
            : await DecideAsync(new PublicRow(result, month, (before?.Sequence ?? 0) + 1), before, cancellation);
        if (row is null)
            return null;
        await Task.WhenAll(
            CopyAsync(row, row.Place.Draw, cancellation),
            CopyAsync(row, row.Place.InMonth, cancellation));
        await changes.NoteAsync(row.Month, cancellation);
        return row;
    }

    private async Task<PublicRow?> DecideAsync(PublicRow row, PublicRow? before, CancellationToken cancellation)
    {
        // Before the row itself: nothing may be there that searches do not know of.
        if (before is null)
            await names.AddAsync(row.Result.Name, row.Place.Row, cancellation);
        await months.AddAsync(row.Month, row.Result.InspectedOn, cancellation);
        var entity = row.In(row.Place.Enterprise);
        var written = before is null
            ? await tables.InsertAsync(Table, entity, cancellation)
            : await tables.ReplaceAsync(Table, entity, before.ETag, cancellation);
        return written.Done ? row with { ETag = written.ETag } : null;
    }

    private async Task CopyAsync(PublicRow row, string partition, CancellationToken cancellation)
    {
        var copy = row.In(partition);
        while (true)
        {
            var there = await tables.GetAsync(Table, partition, copy.RowKey, cancellation);
            if (there is not null && PublicRow.SequenceOf(there) >= row.Sequence)
                return;
            var written = there is null
                ? await tables.InsertAsync(Table, copy, cancellation)
                : await tables.ReplaceAsync(Table, copy, there.ETag, cancellation);
            if (written.Done)
                return;
        }
    }
}

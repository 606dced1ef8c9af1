using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>
/// Closed draws whose results are all public, which nobody needs to look through again: table <c>settleddraws</c>. A draw
/// that is missing here costs a look and nothing else.
/// </summary>
internal sealed class SettledDraws(ITableStore tables)
{
    private const string Table = "settleddraws";
    private const string Partition = "draw";

    public async Task<IReadOnlySet<string>> AllAsync(CancellationToken cancellation) => await tables
        .QueryAsync(Table, TableRange.Rows(Partition), cancellation)
        .Select(static row => TableKey.Unescape(row.RowKey)).ToHashSetAsync(cancellationToken: cancellation);

    public Task AddAsync(string drawId, CancellationToken cancellation) =>
        tables.UpsertAsync(Table, new TableEntity(Partition, TableKey.Escape(drawId)), cancellation);
}

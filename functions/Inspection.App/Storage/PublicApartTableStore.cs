using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>Public tables in a store of their own; see <see cref="PublicNaming"/>.</summary>
internal sealed class PublicApartTableStore(ITableStore inside, ITableStore outside) : ITableStore, ITableNames
{
    public Task EnsureTableAsync(string table, CancellationToken cancellation = default) =>
        For(table).EnsureTableAsync(table, cancellation);

    public Task<TableEntity?> GetAsync(
        string table, string partitionKey, string rowKey, CancellationToken cancellation = default) =>
        For(table).GetAsync(table, partitionKey, rowKey, cancellation);

    public IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, CancellationToken cancellation = default) =>
        For(table).QueryAsync(table, range, cancellation);

    public Task<TablePage> QueryPageAsync(
        string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default) =>
        For(table).QueryPageAsync(table, range, size, continuation, cancellation);

    public Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default) =>
        For(table).WriteAsync(table, write, cancellation);

    public Task<TransactionResult> TransactAsync(
        string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default) =>
        For(table).TransactAsync(table, writes, cancellation);

    public IAsyncEnumerable<string> TablesAsync(CancellationToken cancellation = default) =>
        NamesOf(inside, cancellation).Concat(NamesOf(outside, cancellation));

    private static IAsyncEnumerable<string> NamesOf(ITableStore store, CancellationToken cancellation) =>
        ((ITableNames)store).TablesAsync(cancellation);

    private ITableStore For(string table) => PublicNaming.IsTable(table) ? outside : inside;
}

using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Tests.Publication;

/// <summary>Counts the questions to a store and the rows of its answers.</summary>
internal sealed class CountingReads(ITableStore inner) : ITableStore
{
    private int rows;
    private int reads;

    public int Rows => rows;

    public int Reads => reads;

    public void Start() => (rows, reads) = (0, 0);

    public Task EnsureTableAsync(string table, CancellationToken cancellation = default) => inner.EnsureTableAsync(table, cancellation);

    public async Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads);
        Interlocked.Increment(ref rows);
        return await inner.GetAsync(table, partitionKey, rowKey, cancellation);
    }

    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads);
        await foreach (var entity in inner.QueryAsync(table, range, cancellation))
        {
            Interlocked.Increment(ref rows);
            yield return entity;
        }
    }

    public async Task<TablePage> QueryPageAsync(
        string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default)
    {
        var page = await inner.QueryPageAsync(table, range, size, continuation, cancellation);
        Interlocked.Increment(ref reads);
        Interlocked.Add(ref rows, page.Entities.Count);
        return page;
    }

    public Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default) =>
        inner.WriteAsync(table, write, cancellation);

    public Task<TransactionResult> TransactAsync(string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default) =>
        inner.TransactAsync(table, writes, cancellation);
}

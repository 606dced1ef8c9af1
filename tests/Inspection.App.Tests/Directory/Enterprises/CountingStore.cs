using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Tests.Directory;

/// <summary>A table store that counts what is asked of it, and fails every write when a number of them was done.</summary>
internal sealed class CountingStore(ITableStore inner) : ITableStore
{
    private int writes;
    private int reads;

    /// <summary>How many transactions and single writes go through before all others fail; negative for no end.</summary>
    public int WritesAllowed { get; set; } = -1;

    public int Writes => writes;

    public int Reads => reads;

    public Task EnsureTableAsync(string table, CancellationToken cancellation = default) =>
        inner.EnsureTableAsync(table, cancellation);

    public Task<TableEntity?> GetAsync(
        string table, string partitionKey, string rowKey, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads);
        return inner.GetAsync(table, partitionKey, rowKey, cancellation);
    }

    public IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads);
        return inner.QueryAsync(table, range, cancellation);
    }

    public Task<TablePage> QueryPageAsync(
        string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads);
        return inner.QueryPageAsync(table, range, size, continuation, cancellation);
    }

    public Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default)
    {
        Count();
        return inner.WriteAsync(table, write, cancellation);
    }

    public Task<TransactionResult> TransactAsync(
        string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default)
    {
        Count();
        return inner.TransactAsync(table, writes, cancellation);
    }

    private void Count()
    {
        if (Interlocked.Increment(ref writes) > WritesAllowed && WritesAllowed >= 0)
            throw new IOException("the disk is gone");
    }
}

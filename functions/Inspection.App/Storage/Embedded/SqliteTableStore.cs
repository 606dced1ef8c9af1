using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Inspection.App.Storage.Embedded;

/// <summary>
/// Tables in one SQLite file. Reads run at once on the caller's thread, each on a connection of its own from a pool;
/// writes go through the one <see cref="SqliteWriter"/>. Other processes may use the same file meanwhile.
/// </summary>
/// <remarks>
/// SQLite has no asynchronous I/O: a read is a lookup in memory-cached pages, which takes less time than handing it to
/// another thread would. A query holds no connection between its pages, so slow readers hold up no checkpoint.
/// </remarks>
public sealed class SqliteTableStore : ITableStore, ITableNames, IDisposable
{
    private const int PageOfQuery = 256;

    // Sorts after every key, since keys are printable ASCII.
    private const string End = "\x7f";

    private readonly SqliteDatabase database;
    private readonly SqliteWriter writer;
    private readonly ConcurrentBag<SqliteReader> idle = [];
    private bool disposed;

    /// <param name="file">Where the file is or shall be; its folder is made.</param>
    /// <param name="time">Gives each entity its Timestamp.</param>
    public SqliteTableStore(string file, TimeProvider time)
    {
        database = new SqliteDatabase(file);
        database.Create();
        writer = new SqliteWriter(database, time);
    }

    public Task EnsureTableAsync(string table, CancellationToken cancellation = default)
    {
        EntityRules.CheckTable(table);
        return Task.CompletedTask;
    }

    public Task<TableEntity?> GetAsync(
        string table, string partitionKey, string rowKey, CancellationToken cancellation = default)
    {
        EntityRules.CheckTable(table);
        EntityRules.CheckKeys(partitionKey, rowKey);
        return Read(reader => reader.Get(table, partitionKey, rowKey), cancellation);
    }

    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? continuation = null;
        do
        {
            var page = await QueryPageAsync(table, range, PageOfQuery, continuation, cancellation);
            foreach (var entity in page.Entities)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return entity;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    public Task<TablePage> QueryPageAsync(
        string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default)
    {
        EntityRules.CheckTable(table);
        TablePage.CheckSize(size);
        var from = range.Partition is { } partition ? (partition, range.From) : (range.From, "");
        var to = range.Partition is { } same ? (same, range.To ?? End) : (range.To ?? End, "");
        if (continuation is not null)
            from = Later(from, After(TableContinuation.Parse(continuation)));
        return Read(reader => Page(reader.Range(table, from, to, size + 1), size), cancellation);
    }

    public async Task<WriteResult> WriteAsync(
        string table, TableWrite write, CancellationToken cancellation = default)
    {
        EntityRules.CheckTable(table);
        EntityRules.CheckWrite(write);
        var result = await SubmitAsync(table, [write], cancellation);
        return new WriteResult(result.Outcome, result.Done ? result.ETags[0] : default);
    }

    public Task<TransactionResult> TransactAsync(
        string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default)
    {
        EntityRules.CheckTable(table);
        EntityRules.CheckTransaction(writes);
        return SubmitAsync(table, writes, cancellation);
    }

    IAsyncEnumerable<string> ITableNames.TablesAsync(CancellationToken cancellation) => database.TableNames().ToAsyncEnumerable();

    /// <summary>Finishes the writes that wait, then closes the file.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        writer.Dispose();
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    // A space is the first character of a key, so nothing lies between a key and the same with a space after it.
    private static (string, string) After(TableContinuation last) => (last.PartitionKey, last.RowKey + " ");

    // A continuation that a client made up cannot lead out of the range.
    private static (string, string) Later((string Pk, string Rk) a, (string Pk, string Rk) b)
    {
        var order = string.CompareOrdinal(a.Pk, b.Pk);
        return order > 0 || (order == 0 && string.CompareOrdinal(a.Rk, b.Rk) > 0) ? a : b;
    }

    private static TablePage Page(List<TableEntity> oneMore, int size)
    {
        if (oneMore.Count <= size)
            return new TablePage(oneMore, null);
        oneMore.RemoveAt(size);
        return new TablePage(oneMore, TableContinuation.After(oneMore[^1]).ToString());
    }

    private Task<TransactionResult> SubmitAsync(
        string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var encoded = writes.Select(EncodedWrite.Of).ToArray();
        return writer.SubmitAsync(new PendingTransaction(table, encoded, cancellation));
    }

    private Task<T> Read<T>(Func<SqliteReader, T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!idle.TryTake(out var reader))
            reader = new SqliteReader(database);
        try
        {
            return Task.FromResult(read(reader));
        }
        finally
        {
            idle.Add(reader);
        }
    }
}

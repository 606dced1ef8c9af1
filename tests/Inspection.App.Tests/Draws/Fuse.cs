using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Draws;

/// <summary>Stands for a process that dies: from the n-th write on, every write fails.</summary>
internal sealed class Fuse
{
    private int left = int.MaxValue;

    /// <summary>Whether a write was refused since the fuse was set.</summary>
    public bool IsBlown => left < 0;

    /// <summary>Lets so many writes through.</summary>
    public void BlowAfter(int writes) => left = writes;

    public void Mend() => left = int.MaxValue;

    public void Write()
    {
        if (Interlocked.Decrement(ref left) < 0)
            throw new IOException("the process died");
    }

    /// <summary>Puts both stores behind the fuse.</summary>
    public void Wire(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ITableStore>(services => new Tables(
            new SqliteTableStore(Path.Combine(PathOf(services), "inspection.db"), services.GetRequiredService<TimeProvider>()), this));
        builder.Services.AddSingleton<IBlobStore>(services => new Blobs(
            new FileBlobStore(Path.Combine(PathOf(services), "blobs"), services.GetRequiredService<TimeProvider>()), this));
    }

    /// <summary>Puts a store of tables behind the fuse.</summary>
    public ITableStore Around(ITableStore tables) => new Tables(tables, this);

    /// <summary>Whether a step came to its end before the fuse blew.</summary>
    public static async Task<bool> FinishesAsync(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string PathOf(IServiceProvider services) => services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;

    private sealed class Tables(ITableStore inner, Fuse fuse) : ITableStore, IDisposable
    {
        public Task EnsureTableAsync(string table, CancellationToken cancellation = default) => inner.EnsureTableAsync(table, cancellation);

        public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellation = default) =>
            inner.GetAsync(table, partitionKey, rowKey, cancellation);

        public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, CancellationToken cancellation = default) =>
            inner.QueryAsync(table, range, cancellation);

        public Task<TablePage> QueryPageAsync(
            string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default) =>
            inner.QueryPageAsync(table, range, size, continuation, cancellation);

        public Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default)
        {
            fuse.Write();
            return inner.WriteAsync(table, write, cancellation);
        }

        public Task<TransactionResult> TransactAsync(
            string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default)
        {
            fuse.Write();
            return inner.TransactAsync(table, writes, cancellation);
        }

        public void Dispose() => (inner as IDisposable)?.Dispose();
    }

    private sealed class Blobs(IBlobStore inner, Fuse fuse) : IBlobStore
    {
        public Task<WriteResult> PutAsync(
            string name, Stream content, BlobCondition condition = default, CancellationToken cancellation = default)
        {
            fuse.Write();
            return inner.PutAsync(name, content, condition, cancellation);
        }

        public Task<Blob?> GetAsync(string name, CancellationToken cancellation = default) => inner.GetAsync(name, cancellation);

        public IAsyncEnumerable<BlobInfo> ListAsync(string prefix = "", CancellationToken cancellation = default) =>
            inner.ListAsync(prefix, cancellation);

        public Task<WriteOutcome> DeleteAsync(string name, CancellationToken cancellation = default)
        {
            fuse.Write();
            return inner.DeleteAsync(name, cancellation);
        }
    }
}

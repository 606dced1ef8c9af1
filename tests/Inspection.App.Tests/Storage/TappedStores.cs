using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Storage;

/// <summary>
/// The embedded stores with somebody listening: told the table or the blob's name before each read and each write, who may
/// also throw.
/// </summary>
internal sealed class TappedStores
{
    public Action<string> OnRead { get; init; } = static _ => { };

    public Action<string> OnWrite { get; init; } = static _ => { };

    /// <summary>Puts both stores of an app behind the listener.</summary>
    public void Wire(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ITableStore>(services => new Tables(
            new SqliteTableStore(Path.Combine(PathOf(services), "inspection.db"), services.GetRequiredService<TimeProvider>()), this));
        builder.Services.AddSingleton<IBlobStore>(services => new Blobs(
            new FileBlobStore(Path.Combine(PathOf(services), "blobs"), services.GetRequiredService<TimeProvider>()), this));
    }

    /// <summary>Puts a store of tables behind the listener.</summary>
    public ITableStore Around(ITableStore tables) => new Tables(tables, this);

    private static string PathOf(IServiceProvider services) => services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;

    private sealed class Tables(ITableStore inner, TappedStores tap) : ITableStore, IDisposable
    {
        public Task EnsureTableAsync(string table, CancellationToken cancellation = default) => inner.EnsureTableAsync(table, cancellation);

        public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellation = default)
        {
            tap.OnRead(table);
            return inner.GetAsync(table, partitionKey, rowKey, cancellation);
        }

        public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, CancellationToken cancellation = default)
        {
            tap.OnRead(table);
            return inner.QueryAsync(table, range, cancellation);
        }

        public Task<TablePage> QueryPageAsync(
            string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default)
        {
            tap.OnRead(table);
            return inner.QueryPageAsync(table, range, size, continuation, cancellation);
        }

        public Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default)
        {
            tap.OnWrite(table);
            return inner.WriteAsync(table, write, cancellation);
        }

        public Task<TransactionResult> TransactAsync(
            string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default)
        {
            tap.OnWrite(table);
            return inner.TransactAsync(table, writes, cancellation);
        }

        public void Dispose() => (inner as IDisposable)?.Dispose();
    }

    private sealed class Blobs(FileBlobStore inner, TappedStores tap) : IBlobStore, IDisposable
    {
        public Task<WriteResult> PutAsync(
            string name, Stream content, BlobCondition condition = default, CancellationToken cancellation = default)
        {
            tap.OnWrite(name);
            return inner.PutAsync(name, content, condition, cancellation);
        }

        public Task<Blob?> GetAsync(string name, CancellationToken cancellation = default)
        {
            tap.OnRead(name);
            return inner.GetAsync(name, cancellation);
        }

        public IAsyncEnumerable<BlobInfo> ListAsync(string prefix = "", CancellationToken cancellation = default)
        {
            tap.OnRead(prefix);
            return inner.ListAsync(prefix, cancellation);
        }

        public Task<WriteOutcome> DeleteAsync(string name, CancellationToken cancellation = default)
        {
            tap.OnWrite(name);
            return inner.DeleteAsync(name, cancellation);
        }

        public void Dispose() => inner.Dispose();
    }
}

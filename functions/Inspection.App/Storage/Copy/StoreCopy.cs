using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>
/// Copies everything that one store holds into another, whatever kind either is: tables first, blobs after them. Done again
/// it ends the same. ETags and times of writing are those of the copy.
/// </summary>
internal static class StoreCopy
{
    private const int TransactionsAtOnce = 8;

    /// <summary>Whether nothing was ever written to the store.</summary>
    public static async Task<bool> IsEmptyAsync(Store store, CancellationToken cancellation)
    {
        await foreach (var table in store.TablesAsync(cancellation))
        {
            if ((await store.Tables.QueryPageAsync(table, TableRange.All, 1, cancellation: cancellation)).Entities.Count > 0)
                return false;
        }

        return !await store.Blobs.ListAsync(cancellation: cancellation).AnyAsync(cancellation);
    }

    /// <returns>How many entities and blobs were copied.</returns>
    public static async Task<(long Entities, long Blobs)> RunAsync(
        Store from, Store to, IProgress<string> progress, CancellationToken cancellation)
    {
        var (entities, blobs) = (0L, 0L);
        await foreach (var table in from.TablesAsync(cancellation))
        {
            progress.Report($"table {table}");
            entities += await CopyTableAsync(table, from.Tables, to.Tables, cancellation);
        }

        await foreach (var info in from.Blobs.ListAsync(cancellation: cancellation))
        {
            progress.Report(info.Name);
            // Gone since it was listed: then it is no part of the copy either.
            using var blob = await from.Blobs.GetAsync(info.Name, cancellation);
            if (blob is null)
                continue;
            await to.Blobs.PutAsync(info.Name, blob.Content, cancellation: cancellation);
            blobs++;
        }

        return (entities, blobs);
    }

    private static async Task<long> CopyTableAsync(string table, ITableStore from, ITableStore to, CancellationToken cancellation)
    {
        var count = 0L;
        await Parallel.ForEachAsync(
            TransactionsAsync(from.QueryAsync(table, TableRange.All, cancellation)),
            new ParallelOptions { MaxDegreeOfParallelism = TransactionsAtOnce, CancellationToken = cancellation },
            async (writes, token) =>
            {
                await to.TransactAsync(table, writes, token);
                Interlocked.Add(ref count, writes.Count);
            });
        return count;
    }

    /// <summary>Neighbours of one partition together, as many as a transaction holds.</summary>
    private static async IAsyncEnumerable<List<TableWrite>> TransactionsAsync(IAsyncEnumerable<TableEntity> entities)
    {
        var (writes, bytes) = (new List<TableWrite>(), 0L);
        await foreach (var entity in entities)
        {
            var size = EntityRules.WireSizeOf(entity);
            var isFull = writes.Count == EntityRules.MaxTransaction || bytes + size > EntityRules.MaxTransactionBytes;
            if (writes.Count > 0 && (isFull || writes[0].Entity.PartitionKey != entity.PartitionKey))
            {
                yield return writes;
                (writes, bytes) = ([], 0);
            }

            writes.Add(TableWrite.Upsert(Bare(entity)));
            bytes += size;
        }

        if (writes.Count > 0)
            yield return writes;
    }

    private static TableEntity Bare(TableEntity entity)
    {
        var bare = new TableEntity(entity.PartitionKey, entity.RowKey);
        foreach (var (name, value) in EntityRules.Custom(entity))
            bare[name] = value;
        return bare;
    }
}

/// <summary>Both halves of a store.</summary>
internal sealed record Store(ITableStore Tables, IBlobStore Blobs) : IDisposable
{
    public static Store Open(StorageOptions options, TimeProvider time) =>
        new(StorageRegistration.OpenTables(options, time), StorageRegistration.OpenBlobs(options, time));

    public IAsyncEnumerable<string> TablesAsync(CancellationToken cancellation) => ((ITableNames)Tables).TablesAsync(cancellation);

    public void Dispose() => (Tables as IDisposable)?.Dispose();
}

using Azure;
using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>The single writes by name.</summary>
public static class TableStoreExtensions
{
    /// <summary>Adds an entity; <see cref="WriteOutcome.Exists"/> where its keys are taken.</summary>
    public static Task<WriteResult> InsertAsync(
        this ITableStore store, string table, TableEntity entity, CancellationToken cancellation = default) =>
        store.WriteAsync(table, TableWrite.Insert(entity), cancellation);

    /// <summary>
    /// Replaces the entity that was read with this ETag; <see cref="WriteOutcome.Conflict"/> where it was written since,
    /// <see cref="WriteOutcome.Missing"/> where it is gone.
    /// </summary>
    public static Task<WriteResult> ReplaceAsync(
        this ITableStore store, string table, TableEntity entity, ETag etag, CancellationToken cancellation = default) =>
        store.WriteAsync(table, TableWrite.Replace(entity, etag), cancellation);

    /// <summary>Puts the entity there, whatever was there before.</summary>
    public static Task<WriteResult> UpsertAsync(
        this ITableStore store, string table, TableEntity entity, CancellationToken cancellation = default) =>
        store.WriteAsync(table, TableWrite.Upsert(entity), cancellation);

    /// <summary>Deletes an entity, whatever its ETag; <see cref="WriteOutcome.Missing"/> where there is none.</summary>
    public static Task<WriteResult> DeleteAsync(
        this ITableStore store, string table, string partitionKey, string rowKey, CancellationToken cancellation = default) =>
        store.WriteAsync(table, TableWrite.Delete(partitionKey, rowKey), cancellation);

    /// <summary>Deletes the entity that was read with this ETag.</summary>
    public static Task<WriteResult> DeleteAsync(
        this ITableStore store,
        string table,
        string partitionKey,
        string rowKey,
        ETag etag,
        CancellationToken cancellation = default) =>
        store.WriteAsync(table, TableWrite.Delete(partitionKey, rowKey, etag), cancellation);
}

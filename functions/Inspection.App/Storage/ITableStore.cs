using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>
/// Tables of entities, each found by its table, partition key and row key. A table comes to be when it is first used.
/// Whatever an adapter stores, these hold:
/// <list type="bullet">
/// <item>Entities come back in the order of (PartitionKey, RowKey), compared byte by byte.</item>
/// <item>An entity's ETag changes at each write; its Timestamp is the time of the last one.</item>
/// <item>A write that was answered <see cref="WriteOutcome.Done"/> is read by every read that starts afterwards.</item>
/// <item>What <see cref="EntityRules"/> refuses throws <see cref="StorageRuleException"/> before anything is written.</item>
/// </list>
/// </summary>
public interface ITableStore
{
    /// <summary>Makes the table now rather than at its first use, so that a missing right shows at start.</summary>
    Task EnsureTableAsync(string table, CancellationToken cancellation = default);

    /// <summary>The entity, or null where there is none.</summary>
    Task<TableEntity?> GetAsync(
        string table, string partitionKey, string rowKey, CancellationToken cancellation = default);

    /// <summary>Every entity of the range, in order, read page by page as the caller asks for more.</summary>
    IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, CancellationToken cancellation = default);

    /// <summary>One page of the range.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">The same range for every page.</param>
    /// <param name="size">How many entities at most, 1 to <see cref="TablePage.MaxSize"/>.</param>
    /// <param name="continuation">Null for the first page, then what the page before gave.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <exception cref="InvalidContinuationException">The continuation was not made by a store.</exception>
    Task<TablePage> QueryPageAsync(
        string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default);

    /// <summary>One write.</summary>
    Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default);

    /// <summary>
    /// 1 to <see cref="EntityRules.MaxTransaction"/> writes to different entities of one partition: all, or, when one of
    /// them is refused, none.
    /// </summary>
    Task<TransactionResult> TransactAsync(
        string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default);
}

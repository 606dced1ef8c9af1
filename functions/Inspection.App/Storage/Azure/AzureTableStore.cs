using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace Inspection.App.Storage.Azure;

/// <summary>
/// Tables of an Azure storage account. Where an answer is lost the SDK sends the write again, and the second is refused by
/// what the first one did; the outcome is then read from the store, so that who wrote learns of it. One case stays open:
/// where somebody else replaced the entity meanwhile, the refusal stands, and who was refused reads what came of it.
/// </summary>
public sealed partial class AzureTableStore(TableServiceClient service) : ITableStore, ITableNames
{
    // A well-formed ETag that no entity has: the service answers 400 to an ill-formed one, where a conflict is meant.
    private static readonly ETag Nobodys = new("W/\"datetime'1601-01-01T00%3A00%3A00Z'\"");

    private readonly ConcurrentDictionary<string, TableClient> made = new();

    public Task EnsureTableAsync(string table, CancellationToken cancellation = default) =>
        TableAsync(table, cancellation).AsTask();

    public async Task<TableEntity?> GetAsync(
        string table, string partitionKey, string rowKey, CancellationToken cancellation = default)
    {
        EntityRules.CheckKeys(partitionKey, rowKey);
        var client = await TableAsync(table, cancellation);
        var found = await client.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, null, cancellation);
        return found.HasValue ? WriteMark.Off(found.Value!) : null;
    }

    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var client = await TableAsync(table, cancellation);
        await foreach (var entity in client.QueryAsync<TableEntity>(FilterOf(range), null, null, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return WriteMark.Off(entity);
        }
    }

    public async Task<TablePage> QueryPageAsync(
        string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default)
    {
        TablePage.CheckSize(size);
        TableContinuation? last = continuation is null ? null : TableContinuation.Parse(continuation);
        var client = await TableAsync(table, cancellation);
        var entities = new List<TableEntity>();
        foreach (var filter in FiltersOf(range, last))
        {
            // One more than asked for tells whether a page follows; the service takes no more than 1,000.
            var perRequest = Math.Min(size + 1 - entities.Count, TablePage.MaxSize);
            await foreach (var entity in client.QueryAsync<TableEntity>(filter, perRequest, null, cancellation))
            {
                if (entities.Count == size)
                    return new TablePage(entities, TableContinuation.After(entities[^1]).ToString());
                entities.Add(WriteMark.Off(entity));
            }
        }

        return new TablePage(entities, null);
    }

    public async Task<WriteResult> WriteAsync(
        string table, TableWrite write, CancellationToken cancellation = default)
    {
        EntityRules.CheckWrite(write);
        var client = await TableAsync(table, cancellation);
        var mark = Guid.NewGuid();
        using var sending = Sending.Begin();
        try
        {
            var response = await SendAsync(client, write, mark, cancellation);
            // A delete of what is missing is the one refusal that the SDK does not throw.
            return response.Status == StatusCodes.Status404NotFound
                ? new WriteResult(sending.IsInDoubt ? WriteOutcome.Done : WriteOutcome.Missing)
                : new WriteResult(WriteOutcome.Done, response.Headers.ETag ?? default);
        }
        catch (RequestFailedException failure) when (OutcomeOf(failure) is { } outcome)
        {
            var found = sending.IsInDoubt ? await DoneAsync(client, [write], mark, cancellation) : null;
            return found is null ? new WriteResult(outcome) : new WriteResult(WriteOutcome.Done, found[0]);
        }
    }

    public async Task<TransactionResult> TransactAsync(
        string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default)
    {
        EntityRules.CheckTransaction(writes);
        var client = await TableAsync(table, cancellation);
        var mark = Guid.NewGuid();
        using var sending = Sending.Begin();
        try
        {
            var responses = await client.SubmitTransactionAsync(writes.Select(write => ActionOf(write, mark)), cancellation);
            return new TransactionResult(
                WriteOutcome.Done, -1, [.. responses.Value.Select(response => response.Headers.ETag ?? default)]);
        }
        catch (TableTransactionFailedException failure) when (OutcomeOf(failure) is { } outcome)
        {
            var found = sending.IsInDoubt ? await DoneAsync(client, writes, mark, cancellation) : null;
            return found is null
                ? new TransactionResult(outcome, failure.FailedTransactionActionIndex ?? 0, [])
                : new TransactionResult(WriteOutcome.Done, -1, found);
        }
    }

    /// <summary>
    /// Whether writes that were sent twice and then refused had been done by the first request: an insert or replace left
    /// its mark, and what was to be deleted is gone. All of a transaction stand or fall together, but somebody else may
    /// have changed some of them since.
    /// </summary>
    /// <returns>The ETags, or null where the refusal stands.</returns>
    private static async Task<ETag[]?> DoneAsync(
        TableClient client, IReadOnlyList<TableWrite> writes, Guid mark, CancellationToken cancellation)
    {
        var stored = new TableEntity?[writes.Count];
        for (var i = 0; i < writes.Count; i++)
        {
            var (partition, row) = (writes[i].Entity.PartitionKey, writes[i].Entity.RowKey);
            var found = await client.GetEntityIfExistsAsync<TableEntity>(partition, row, null, cancellation);
            stored[i] = found.HasValue ? found.Value : null;
        }

        var isMarked = writes.Any(IsMarked);
        var isDone = isMarked
            ? stored.Any(entity => entity is not null && WriteMark.Has(entity, mark))
            : writes.Zip(stored).Where(pair => pair.First.Kind == TableWriteKind.Delete).All(pair => pair.Second is null);
        return isDone ? [.. stored.Select(entity => entity?.ETag ?? default)] : null;
    }

    private static bool IsMarked(TableWrite write) => write.Kind is TableWriteKind.Insert or TableWriteKind.Replace;

    IAsyncEnumerable<string> ITableNames.TablesAsync(CancellationToken cancellation) =>
        service.QueryAsync(cancellationToken: cancellation).Select(static table => table.Name);

    private static Task<Response> SendAsync(TableClient client, TableWrite write, Guid mark, CancellationToken cancellation) =>
        write.Kind switch
        {
            TableWriteKind.Insert => client.AddEntityAsync(WriteMark.On(write.Entity, mark), cancellation),
            TableWriteKind.Upsert => client.UpsertEntityAsync(write.Entity, TableUpdateMode.Replace, cancellation),
            TableWriteKind.Replace => client.UpdateEntityAsync(
                WriteMark.On(write.Entity, mark), Expected(write), TableUpdateMode.Replace, cancellation),
            _ => client.DeleteEntityAsync(write.Entity.PartitionKey, write.Entity.RowKey, Expected(write), cancellation),
        };

    private static TableTransactionAction ActionOf(TableWrite write, Guid mark) => write.Kind switch
    {
        TableWriteKind.Insert => new TableTransactionAction(TableTransactionActionType.Add, WriteMark.On(write.Entity, mark)),
        TableWriteKind.Upsert => new TableTransactionAction(TableTransactionActionType.UpsertReplace, write.Entity),
        TableWriteKind.Replace => new TableTransactionAction(
            TableTransactionActionType.UpdateReplace, WriteMark.On(write.Entity, mark), Expected(write)),
        _ => new TableTransactionAction(TableTransactionActionType.Delete, write.Entity, Expected(write)),
    };

    private static ETag Expected(TableWrite write) =>
        write.ETag == ETag.All || ServiceETag().IsMatch(write.ETag.ToString()) ? write.ETag : Nobodys;

    private static WriteOutcome? OutcomeOf(RequestFailedException failure) => failure.Status switch
    {
        StatusCodes.Status404NotFound when failure.ErrorCode != "TableNotFound" => WriteOutcome.Missing,
        StatusCodes.Status409Conflict when failure.ErrorCode == "EntityAlreadyExists" => WriteOutcome.Exists,
        StatusCodes.Status412PreconditionFailed => WriteOutcome.Conflict,
        _ => null,
    };

    /// <summary>
    /// What is left of the range after an entity: the rest of its partition, then the partitions after it. These are two
    /// queries, because the service reads the whole table for one with "or".
    /// </summary>
    private static IEnumerable<string?> FiltersOf(TableRange range, TableContinuation? last)
    {
        if (last is not { } after)
            return [FilterOf(range)];
        if (range.Partition is not null)
            return [$"{FilterOf(range)} and {TableClient.CreateQueryFilter($"RowKey gt {after.RowKey}")}"];
        var rest = TableClient.CreateQueryFilter($"PartitionKey eq {after.PartitionKey} and RowKey gt {after.RowKey}");
        var following = TableClient.CreateQueryFilter($"PartitionKey gt {after.PartitionKey}");
        return FilterOf(range) is { } whole ? [$"{whole} and {rest}", $"{whole} and {following}"] : [rest, following];
    }

    private static string? FilterOf(TableRange range)
    {
        var key = range.Partition is null ? "PartitionKey" : "RowKey";
        string?[] parts =
        [
            range.Partition is null ? null : $"PartitionKey eq {Literal(range.Partition)}",
            range.From.Length == 0 ? null : $"{key} ge {Literal(range.From)}",
            range.To is null ? null : $"{key} lt {Literal(range.To)}",
        ];
        var filter = string.Join(" and ", parts.OfType<string>());
        return filter.Length == 0 ? null : filter;
    }

    private static string Literal(string text) => TableClient.CreateQueryFilter($"{text}");

    private async ValueTask<TableClient> TableAsync(string table, CancellationToken cancellation)
    {
        EntityRules.CheckTable(table);
        cancellation.ThrowIfCancellationRequested();
        if (made.TryGetValue(table, out var known))
            return known;
        var client = service.GetTableClient(table);
        await client.CreateIfNotExistsAsync(cancellation);
        return made.GetOrAdd(table, client);
    }

    [GeneratedRegex(@"\AW/""datetime'\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\d(\.\d{1,7})?Z'""\z")]
    private static partial Regex ServiceETag();
}

using Azure;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Results;

/// <summary>A result of which something is not public yet.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Row">The row that says so.</param>
/// <param name="ETag">The version of the row.</param>
public sealed record QueuedResult(string DrawId, string Uscc, string Row, ETag ETag);

/// <summary>
/// What waits to be made public: table <c>resultqueue</c>, a row for each result. Whoever is about to change something that
/// the public sees first writes the row, with the version that the result will have then; whoever brought the public to
/// what the result says takes it away. So nothing that is lost between the two is forgotten:
/// <list type="bullet">
/// <item>A row whose version the result does not have yet is a change under way, or one that died: nothing is due.</item>
/// <item>A row that was written again since it was read stays.</item>
/// </list>
/// </summary>
public sealed class ResultsToPublish(ITableStore tables, ResultStore results)
{
    private const string Table = "resultqueue";
    private const string Partition = "publish";
    private const string Version = nameof(InspectionResult.Version);

    /// <summary>Promises that the result will be written once more, and that the public is to learn of it.</summary>
    public Task AddAsync(InspectionResult result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        var row = new TableEntity(Partition, RowOf(result.DrawId, result.Uscc))
        {
            [nameof(QueuedResult.DrawId)] = result.DrawId,
            [nameof(QueuedResult.Uscc)] = result.Uscc,
            [Version] = result.Version + 1,
        };
        return tables.UpsertAsync(Table, row, cancellation);
    }

    /// <summary>Every result of which something is due.</summary>
    public IAsyncEnumerable<QueuedResult> DueAsync(CancellationToken cancellation = default) => DueAsync(TableRange.Rows(Partition), cancellation);

    /// <summary>What is due of one result. It is to be read before the result itself, and removed after the public has it.</summary>
    public async Task<IReadOnlyList<QueuedResult>> DueAsync(string drawId, string uscc, CancellationToken cancellation = default) =>
        await DueAsync(TableRange.RowsWithPrefix(Partition, RowOf(drawId, uscc)), cancellation).ToListAsync(cancellation);

    /// <summary>Takes away what was done; a row that was written again meanwhile stays.</summary>
    public Task RemoveAsync(QueuedResult done, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(done);
        return tables.DeleteAsync(Table, Partition, done.Row, done.ETag, cancellation);
    }

    private IAsyncEnumerable<QueuedResult> DueAsync(TableRange range, CancellationToken cancellation) => tables
        .QueryAsync(Table, range, cancellation)
        .Where((row, _) => IsDueAsync(row, cancellation))
        .Select(static row => new QueuedResult(
            row.GetString(nameof(QueuedResult.DrawId)), row.GetString(nameof(QueuedResult.Uscc)), row.RowKey, row.ETag));

    private async ValueTask<bool> IsDueAsync(TableEntity row, CancellationToken cancellation)
    {
        var result = await results.FindAsync(
            row.GetString(nameof(QueuedResult.DrawId)), row.GetString(nameof(QueuedResult.Uscc)), cancellation);
        return result?.Version >= row.GetInt32(Version);
    }

    private static string RowOf(string drawId, string uscc) => $"{TableKey.Escape(drawId)} {TableKey.Escape(uscc)}";
}

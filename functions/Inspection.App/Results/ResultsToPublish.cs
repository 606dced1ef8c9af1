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
/// What waits to be made public: table <c>resultqueue</c>, a row for each result and for each objection. Whoever is about to
/// change something that the public sees first writes the row, with the version that the result or the objection will have
/// then; whoever brought the public to what they say takes it away. So nothing that is lost between the two is forgotten:
/// <list type="bullet">
/// <item>A row whose version is not there yet is a change under way, or one that died: nothing is due.</item>
/// <item>A row that was written again since it was read stays.</item>
/// </list>
/// </summary>
public sealed class ResultsToPublish(ITableStore tables, ResultStore results, ObjectionStore objections)
{
    private const string Table = "resultqueue";
    private const string Partition = "publish";
    private const string Version = nameof(InspectionResult.Version);

    /// <summary>Promises that the result will be written once more, and that the public is to learn of it.</summary>
    public Task AddAsync(InspectionResult result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        return AddAsync(result.DrawId, result.Uscc, receipt: "", result.Version + 1, cancellation);
    }

    /// <summary>Promises that the objection will be written once more, and that the public is to learn of it.</summary>
    public Task AddAsync(Objection objection, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objection);
        return AddAsync(objection.DrawId, objection.Uscc, objection.Receipt, objection.Version + 1, cancellation);
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
        var version = row.GetString(nameof(Objection.Receipt)) is { Length: > 0 } receipt
            ? (await objections.FindAsync(receipt, cancellation))?.Version
            : (await results.FindAsync(row.GetString(nameof(QueuedResult.DrawId)), row.GetString(nameof(QueuedResult.Uscc)), cancellation))?.Version;
        return version >= row.GetInt32(Version);
    }

    private async Task AddAsync(string drawId, string uscc, string receipt, int version, CancellationToken cancellation)
    {
        var key = RowOf(drawId, uscc);
        var row = new TableEntity(Partition, receipt.Length == 0 ? key : $"{key} {receipt}")
        {
            [nameof(QueuedResult.DrawId)] = drawId,
            [nameof(QueuedResult.Uscc)] = uscc,
            [nameof(Objection.Receipt)] = receipt,
            [Version] = version,
        };
        await tables.UpsertAsync(Table, row, cancellation);
    }

    private static string RowOf(string drawId, string uscc) => $"{TableKey.Escape(drawId)} {TableKey.Escape(uscc)}";
}

using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Results;

/// <summary>
/// The objections: table <c>objections</c>, partition <c>objection</c> by receipt, and an index of each result's in a
/// partition of the result, whose rows are written first and held against the objections on reading.
/// </summary>
public sealed class ObjectionStore(ITableStore tables)
{
    private const string Table = "objections";
    private const string Partition = "objection";
    private const string Document = nameof(Document);

    public async Task<Objection?> FindAsync(string receipt, CancellationToken cancellation = default) =>
        Receipt.IsOne(receipt) && await tables.GetAsync(Table, Partition, receipt, cancellation) is { } row ? Read(row) : null;

    /// <summary>Every objection to a result, the oldest first.</summary>
    public async Task<IReadOnlyList<Objection>> OfResultAsync(ResultId result, CancellationToken cancellation = default)
    {
        var found = new List<Objection>();
        await foreach (var row in tables.QueryAsync(Table, TableRange.Rows(IndexOf(result)), cancellation))
        {
            if (await FindAsync(row.RowKey, cancellation) is { } objection)
                found.Add(objection);
        }

        return [.. found.OrderBy(static objection => objection.ReceivedAt)];
    }

    public async Task<Objection> AddAsync(Objection objection, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objection);
        await tables.UpsertAsync(Table, new TableEntity(IndexOf(objection.ResultId), objection.Receipt), cancellation);
        var next = objection with { Version = 1 };
        var result = await tables.InsertAsync(Table, Row(next), cancellation);
        return result.Done ? next with { ETag = result.ETag } : throw new InvalidOperationException("a new receipt is taken");
    }

    /// <returns>The objection as it is stored, or null where somebody changed it since it was read.</returns>
    public async Task<Objection?> ReplaceAsync(Objection objection, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objection);
        var next = objection with { Version = objection.Version + 1 };
        var result = await tables.ReplaceAsync(Table, Row(next), objection.ETag, cancellation);
        return result.Done ? next with { ETag = result.ETag } : null;
    }

    private static string IndexOf(ResultId result) => $"result {TableKey.Escape(result.ToString())}";

    private static TableEntity Row(Objection objection)
    {
        var row = new TableEntity(Partition, objection.Receipt) { [nameof(Objection.State)] = objection.State.ToString() };
        LongText.Set(row, Document, StoredJson.Write(objection));
        return row;
    }

    private static Objection Read(TableEntity row) =>
        StoredJson.Read<Objection>(LongText.Get(row, Document)) with { ETag = row.ETag };
}

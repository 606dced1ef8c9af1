using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Results;

/// <summary>What everybody may know of objections: table <c>publicobjections</c>, once by receipt and once by result.</summary>
internal sealed class PublicObjectionStore(ITableStore tables)
{
    private const string Table = "publicobjections";
    private const string ByReceipt = "receipt";
    private const string Document = nameof(Document);
    private const string Version = nameof(Objection.Version);

    public async Task<PublicObjection?> FindAsync(string receipt, CancellationToken cancellation) =>
        Receipt.IsOne(receipt) && await tables.GetAsync(Table, ByReceipt, receipt, cancellation) is { } row ? Read(row) : null;

    /// <summary>The objections to a result, in no order that says anything.</summary>
    public IAsyncEnumerable<PublicObjection> OfResultAsync(ResultId result, CancellationToken cancellation) =>
        tables.QueryAsync(Table, TableRange.Rows(PartitionOf(result)), cancellation).Select(Read);

    /// <summary>Shows an objection as it is; what is newer than it stays.</summary>
    public async Task PutAsync(Objection objection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(objection);
        await PutAsync(ByReceipt, objection, cancellation);
        await PutAsync(PartitionOf(objection.ResultId), objection, cancellation);
    }

    private async Task PutAsync(string partition, Objection objection, CancellationToken cancellation)
    {
        var row = new TableEntity(partition, objection.Receipt) { [Version] = objection.Version };
        LongText.Set(row, Document, StoredJson.Write(PublicObjection.Of(objection)));
        while (true)
        {
            var shown = await tables.GetAsync(Table, partition, row.RowKey, cancellation);
            if (shown?.GetInt32(Version) >= objection.Version)
                return;
            var result = shown is null
                ? await tables.InsertAsync(Table, row, cancellation)
                : await tables.ReplaceAsync(Table, row, shown.ETag, cancellation);
            if (result.Done)
                return;
        }
    }

    private static string PartitionOf(ResultId result) => $"result {TableKey.Escape(result.ToString())}";

    private static PublicObjection Read(TableEntity row) => StoredJson.Read<PublicObjection>(LongText.Get(row, Document));
}

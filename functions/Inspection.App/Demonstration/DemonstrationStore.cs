using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Demonstration;

/// <summary>
/// Whether this store was chosen to be filled, and whether that is done: table <c>demonstration</c>, one row. It is there
/// before anything else is, so that a fill that was cut off is told from a store that people have begun to use.
/// </summary>
internal sealed class DemonstrationStore(ITableStore tables)
{
    private const string Table = "demonstration";
    private const string Key = "fill";
    private const string IsDone = nameof(IsDone);

    /// <summary>Null where the store was never chosen; else whether it is filled.</summary>
    public async Task<bool?> IsFilledAsync(CancellationToken cancellation) =>
        (await tables.GetAsync(Table, Key, Key, cancellation))?.GetBoolean(IsDone);

    public Task PutAsync(bool isDone, CancellationToken cancellation) =>
        tables.UpsertAsync(Table, new TableEntity(Key, Key) { [IsDone] = isDone }, cancellation);
}

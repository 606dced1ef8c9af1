using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>The inspectors of the directory with their recusals.</summary>
public sealed class InspectorStore(ITableStore tables)
{
    internal const string Table = "inspectors";

    /// <summary>The inspector with this number, or null.</summary>
    public async Task<InspectorProfile?> GetAsync(string inspectorId, CancellationToken cancellation = default) =>
        await ReadAsync(InspectorEntity.Rows(inspectorId), cancellation).FirstOrDefaultAsync(cancellation);

    /// <summary>All inspectors in the order of their numbers.</summary>
    public IAsyncEnumerable<InspectorProfile> ScanAsync(CancellationToken cancellation = default) =>
        ReadAsync(TableRange.Rows(InspectorEntity.Partition), cancellation);

    private async IAsyncEnumerable<InspectorProfile> ReadAsync(
        TableRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TableEntity? person = null;
        var recusals = new List<Recusal>();
        await foreach (var entity in tables.QueryAsync(Table, range, cancellation))
        {
            if (InspectorEntity.IsRecusal(entity))
            {
                recusals.Add(InspectorEntity.ReadRecusal(entity));
                continue;
            }

            if (person is not null)
                yield return InspectorEntity.Read(person, recusals);
            (person, recusals) = (entity, []);
        }

        if (person is not null)
            yield return InspectorEntity.Read(person, recusals);
    }
}

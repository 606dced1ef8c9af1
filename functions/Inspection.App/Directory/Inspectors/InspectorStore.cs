using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Inspection.Drawing;
using ETag = Azure.ETag;

namespace Inspection.App.Directory;

/// <summary>The inspectors of the directory with their recusals.</summary>
public sealed class InspectorStore(ITableStore tables)
{
    internal const string Table = "inspectors";

    /// <summary>The inspector with this number, or null.</summary>
    public async Task<InspectorProfile?> GetAsync(string inspectorId, CancellationToken cancellation = default) =>
        TextRules.IsId(inspectorId)
            ? await ReadAsync(InspectorEntity.Rows(inspectorId), cancellation).FirstOrDefaultAsync(cancellation)
            : null;

    /// <summary>All inspectors in the order of their numbers.</summary>
    public IAsyncEnumerable<InspectorProfile> ScanAsync(CancellationToken cancellation = default) =>
        ReadAsync(TableRange.Rows(InspectorEntity.Partition), cancellation);

    /// <summary>The departments that have inspectors, ascending.</summary>
    public async Task<IReadOnlyList<string>> DepartmentsAsync(CancellationToken cancellation = default) =>
        await ScanAsync(cancellation).Select(static inspector => inspector.Department).Distinct().Order(StringComparer.Ordinal).ToListAsync(cancellation);

    /// <summary>The inspectors whose rows come after this row key.</summary>
    internal IAsyncEnumerable<InspectorProfile> ScanAfterAsync(string row, CancellationToken cancellation = default) =>
        ReadAsync(TableRange.Rows(InspectorEntity.Partition, InspectorEntity.After(row)), cancellation);

    /// <summary>
    /// Replaces the inspector that was read with this ETag, or without one puts it there; recusals stay as they are.
    /// </summary>
    internal async Task<Outcome<Saved<InspectorProfile>>> SaveAsync(
        InspectorProfile inspector, ETag? expected, CancellationToken cancellation = default)
    {
        var entity = InspectorEntity.Of(inspector);
        var isNew = expected is null && (await tables.InsertAsync(Table, entity, cancellation)).Done;
        if (!isNew)
        {
            var result = await tables.ReplaceAsync(Table, entity, expected ?? ETag.All, cancellation);
            if (!result.Done)
                return DirectoryRefusals.NotWritten(result.Outcome, $"inspector {inspector.InspectorId}");
        }

        // Gone already where somebody else deleted it at once.
        return await GetAsync(inspector.InspectorId, cancellation) is { } saved
            ? new Saved<InspectorProfile>(saved, isNew)
            : DirectoryRefusals.Unknown($"inspector {inspector.InspectorId}");
    }

    /// <summary>Takes the inspector and then the recusals out of the directory; null where that was done.</summary>
    public async Task<Refusal?> DeleteAsync(string inspectorId, ETag expected, CancellationToken cancellation = default)
    {
        if (!TextRules.IsId(inspectorId))
            return DirectoryRefusals.Unknown($"inspector {CellText.Shown(inspectorId)}");
        var result = await tables.DeleteAsync(
            Table, InspectorEntity.Partition, InspectorEntity.Row(inspectorId), expected, cancellation);
        if (!result.Done)
            return DirectoryRefusals.NotWritten(result.Outcome, $"inspector {inspectorId}");
        await foreach (var recusal in tables.QueryAsync(Table, InspectorEntity.Rows(inspectorId), cancellation))
            await tables.DeleteAsync(Table, recusal.PartitionKey, recusal.RowKey, cancellation);
        return null;
    }

    /// <summary>A recusal with the ETag that changes it, or null.</summary>
    public async Task<(Recusal Recusal, ETag ETag)?> GetRecusalAsync(
        string inspectorId, UnifiedSocialCreditCode uscc, CancellationToken cancellation = default)
    {
        if (!TextRules.IsId(inspectorId))
            return null;
        var row = InspectorEntity.Row(inspectorId, uscc);
        return await tables.GetAsync(Table, InspectorEntity.Partition, row, cancellation) is { } entity
            ? (InspectorEntity.ReadRecusal(entity), entity.ETag)
            : null;
    }

    /// <summary>Adds a recusal; false where there is one for this enterprise.</summary>
    public async Task<bool> AddRecusalAsync(
        string inspectorId, Recusal recusal, CancellationToken cancellation = default) =>
        (await tables.InsertAsync(Table, InspectorEntity.Of(inspectorId, recusal), cancellation)).Done;

    /// <summary>Replaces the recusal that was read with this ETag; false where somebody else changed it.</summary>
    public async Task<bool> ReplaceRecusalAsync(
        string inspectorId, Recusal recusal, ETag expected, CancellationToken cancellation = default) =>
        (await tables.ReplaceAsync(Table, InspectorEntity.Of(inspectorId, recusal), expected, cancellation)).Done;

    /// <summary>
    /// Puts inspectors there, whatever was there before, together with the recusals given; those that the store has
    /// besides stay. Where it is cut off, doing it again ends the same.
    /// </summary>
    internal async Task PutAsync(IEnumerable<InspectorProfile> inspectors, CancellationToken cancellation = default)
    {
        var rows = inspectors.SelectMany(inspector => inspector.Recusals
            .Select(recusal => InspectorEntity.Of(inspector.InspectorId, recusal))
            .Prepend(InspectorEntity.Of(inspector)));
        foreach (var writes in rows.Select(TableWrite.Upsert).Chunk(EntityRules.MaxTransaction))
            await tables.TransactAsync(Table, writes, cancellation);
    }

    private async IAsyncEnumerable<InspectorProfile> ReadAsync(
        TableRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TableEntity? person = null;
        var recusals = new List<Recusal>();
        await foreach (var entity in tables.QueryAsync(Table, range, cancellation))
        {
            if (InspectorEntity.IsRecusal(entity))
            {
                // A deletion that was cut off leaves recusals of nobody behind.
                if (person is not null && InspectorEntity.IsOf(entity, person))
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

using Azure.Data.Tables;

namespace Inspection.App.Storage.Azure;

/// <summary>
/// By which a write is known again in the store: a random value in a column of its own, which no caller sees. Writes that
/// can be refused carry one; a delete leaves nothing to carry it, and an upsert is never refused.
/// </summary>
internal static class WriteMark
{
    private const string Column = "WriteMark";

    /// <summary>The entity as it is sent: the caller's properties and the mark.</summary>
    public static TableEntity On(TableEntity entity, Guid mark)
    {
        var marked = new TableEntity(entity.PartitionKey, entity.RowKey) { [Column] = mark };
        foreach (var (name, value) in EntityRules.Custom(entity))
            marked[name] = value;
        return marked;
    }

    /// <summary>Whether the stored entity is the one that was sent with this mark.</summary>
    public static bool Has(TableEntity stored, Guid mark) => stored.GetGuid(Column) == mark;

    /// <summary>The entity as the caller wrote it.</summary>
    public static TableEntity Off(TableEntity stored)
    {
        stored.Remove(Column);
        return stored;
    }
}

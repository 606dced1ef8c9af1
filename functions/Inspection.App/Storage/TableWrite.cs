using Azure;
using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>What a write does with the entity.</summary>
public enum TableWriteKind
{
    Insert,
    Replace,
    Upsert,
    Delete,
}

/// <summary>One write, alone or in a transaction. Every write of properties replaces all of them; none merges.</summary>
public sealed class TableWrite
{
    private TableWrite(TableWriteKind kind, TableEntity entity, ETag etag) => (Kind, Entity, ETag) = (kind, entity, etag);

    public TableWriteKind Kind { get; }

    /// <summary>The entity to write; for a delete, its keys alone.</summary>
    public TableEntity Entity { get; }

    /// <summary>The ETag that a replace or delete expects; <see cref="ETag.All"/> takes any.</summary>
    public ETag ETag { get; }

    public static TableWrite Insert(TableEntity entity) => new(TableWriteKind.Insert, entity, default);

    public static TableWrite Upsert(TableEntity entity) => new(TableWriteKind.Upsert, entity, default);

    /// <param name="entity">The entity as it shall be.</param>
    /// <param name="etag">That of the entity as it was read, or <see cref="ETag.All"/> to replace whatever is there.</param>
    public static TableWrite Replace(TableEntity entity, ETag etag) => new(TableWriteKind.Replace, entity, Given(etag));

    public static TableWrite Delete(string partitionKey, string rowKey) => Delete(partitionKey, rowKey, ETag.All);

    public static TableWrite Delete(string partitionKey, string rowKey, ETag etag) =>
        new(TableWriteKind.Delete, new TableEntity(partitionKey, rowKey), Given(etag));

    // An entity that was never read has an empty ETag: replacing with it would mean "whatever is there" by mistake.
    private static ETag Given(ETag etag) => etag == default
        ? throw new StorageRuleException("an ETag is needed: that of the entity as it was read, or ETag.All")
        : etag;
}

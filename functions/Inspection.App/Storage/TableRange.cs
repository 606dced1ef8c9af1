namespace Inspection.App.Storage;

/// <summary>
/// What a query reads: rows of one partition, some partitions, or all of a table. Every "from" is part of the range,
/// every "to" is not. The bounds are keys or the beginnings of keys; they need not exist.
/// </summary>
public sealed class TableRange
{
    private TableRange(string? partition, string from, string? to) => (Partition, From, To) = (partition, from, to);

    /// <summary>Every entity of the table.</summary>
    public static TableRange All { get; } = new(null, "", null);

    /// <summary>The one partition whose rows are read; null where the range is one of partitions.</summary>
    public string? Partition { get; }

    /// <summary>The first row key, or, without a <see cref="Partition"/>, the first partition key.</summary>
    public string From { get; }

    /// <summary>The key before which the range ends; null where it has no end.</summary>
    public string? To { get; }

    /// <summary>The rows of one partition, all of them or those from one key up to another.</summary>
    public static TableRange Rows(string partition, string from = "", string? to = null)
    {
        EntityRules.CheckKey("partition key", partition);
        return new TableRange(partition, Bound(from), OptionalBound(to));
    }

    /// <summary>The rows of one partition whose keys begin with the prefix.</summary>
    public static TableRange RowsWithPrefix(string partition, string prefix)
    {
        EntityRules.CheckKey("partition key", partition);
        return new TableRange(partition, Bound(prefix), AfterPrefix(prefix));
    }

    /// <summary>All entities of the partitions from one key up to another: a slice that one of several scans takes.</summary>
    public static TableRange Partitions(string from, string? to = null) => new(null, Bound(from), OptionalBound(to));

    /// <summary>All entities of the partitions whose keys begin with the prefix.</summary>
    public static TableRange PartitionsWithPrefix(string prefix) => new(null, Bound(prefix), AfterPrefix(prefix));

    /// <summary>The first text after all that begin with the prefix: its last character that can grow, grown.</summary>
    private static string? AfterPrefix(string prefix)
    {
        // '~' is the greatest character of a key, so nothing follows it.
        var stem = prefix.TrimEnd('~');
        return stem.Length == 0 ? null : stem[..^1] + (char)(stem[^1] + 1);
    }

    private static string? OptionalBound(string? bound) => bound is null ? null : Bound(bound);

    private static string Bound(string bound)
    {
        if (bound.Length > 0)
            EntityRules.CheckKey("bound of a range", bound);
        return bound;
    }
}

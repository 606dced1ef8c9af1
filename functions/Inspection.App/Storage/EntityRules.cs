using System.Buffers;
using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>A table, key, entity or blob name that no store takes. Callers check what people type before they store it.</summary>
public sealed class StorageRuleException(string message) : ArgumentException(message);

/// <summary>
/// What every adapter takes and refuses, so that data which one of them took can move to any other. The limits are those
/// of Azure Tables (learn.microsoft.com, "Understanding the Table service data model"); where Azure's are looser than
/// is useful here, these are narrower: keys are printable ASCII and not empty, names ASCII, doubles finite.
/// </summary>
public static class EntityRules
{
    /// <summary>Characters of a key: 1 KiB of UTF-16.</summary>
    public const int MaxKey = 512;

    /// <summary>Custom properties of an entity: Azure's 252, less one by which an adapter knows its own writes.</summary>
    public const int MaxProperties = 251;

    /// <summary>Characters of a property's name.</summary>
    public const int MaxPropertyName = 255;

    /// <summary>Characters of a string: 64 KiB of UTF-16.</summary>
    public const int MaxString = 32 * 1024;

    /// <summary>Bytes of a binary property.</summary>
    public const int MaxBinary = 64 * 1024;

    /// <summary>
    /// Bytes of an entity, counted by Azure's formula (see <see cref="SizeOf(TableEntity)"/>): its 1 MiB, less room for the
    /// property of the adapter.
    /// </summary>
    public const int MaxEntity = (1024 * 1024) - 64;

    /// <summary>Writes of a transaction.</summary>
    public const int MaxTransaction = 100;

    /// <summary>Bytes of a transaction on the wire; see <see cref="WireSizeOf(TableEntity)"/>.</summary>
    public const int MaxTransactionBytes = 4 * 1024 * 1024;

    // Azure keeps times from this day on.
    private static readonly DateTimeOffset FirstTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("#/?\\").ToArray());

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether the text can be a key.</summary>
    public static bool IsKey(string text) =>
        text.Length is >= 1 and <= MaxKey && !text.AsSpan().ContainsAnyExcept(KeyCharacters);

    /// <summary>The table's name: 3 to 63 lower-case letters and digits, a letter first. Azure tells no case apart.</summary>
    public static void CheckTable(string table)
    {
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetterLower(table[0])
            || !table.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) || table == "tables")
        {
            throw new StorageRuleException(
                $"'{table}' cannot name a table: 3 to 63 lower-case letters and digits, a letter first, not 'tables'");
        }
    }

    public static void CheckKey(string what, string? key)
    {
        if (key is null || key.Length is < 1 or > MaxKey)
            throw new StorageRuleException($"a {what} has 1 to {MaxKey} characters, this has {key?.Length ?? 0}");
        if (!IsKey(key))
            throw new StorageRuleException($"the {what} '{key}' needs TableKey.Escape: keys are printable ASCII without # / ? \\");
    }

    public static void CheckKeys(string partitionKey, string rowKey)
    {
        CheckKey("partition key", partitionKey);
        CheckKey("row key", rowKey);
    }

    public static void CheckWrite(TableWrite write)
    {
        CheckKeys(write.Entity.PartitionKey, write.Entity.RowKey);
        var properties = Custom(write.Entity).ToList();
        if (properties.Count > MaxProperties)
            throw new StorageRuleException($"an entity has at most {MaxProperties} properties, {Name(write)} has {properties.Count}");
        foreach (var (name, value) in properties)
            CheckProperty(write, name, value);
        var size = SizeOf(write.Entity);
        if (size > MaxEntity)
            throw new StorageRuleException($"an entity has at most {MaxEntity} bytes, {Name(write)} has {size}");
    }

    public static void CheckTransaction(IReadOnlyList<TableWrite> writes)
    {
        if (writes.Count is < 1 or > MaxTransaction)
            throw new StorageRuleException($"a transaction has 1 to {MaxTransaction} writes, this has {writes.Count}");
        var rows = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        long wire = 0;
        foreach (var write in writes)
        {
            CheckWrite(write);
            wire += WireSizeOf(write.Entity);
            if (write.Entity.PartitionKey != writes[0].Entity.PartitionKey)
                throw new StorageRuleException($"a transaction stays in one partition; this has {Name(writes[0])} and {Name(write)}");
            if (!rows.Add(write.Entity.RowKey))
                throw new StorageRuleException($"a transaction writes an entity once; this writes {Name(write)} twice");
        }

        if (wire > MaxTransactionBytes)
            throw new StorageRuleException($"a transaction has at most {MaxTransactionBytes} bytes on the wire, this may have {wire}");
    }

    /// <summary>The properties that are stored: those of the caller, without nulls, which Azure drops.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Custom(TableEntity entity) =>
        entity.Where(property => property.Value is not null && !IsSystem(property.Key));

    /// <summary>
    /// 4 + 2 × (characters of both keys) + Σ over properties (8 + 2 × characters of the name + size of the value), where
    /// strings have 2 bytes per character and 4 more, binaries 4 more.
    /// </summary>
    public static long SizeOf(TableEntity entity) =>
        4 + (2 * (entity.PartitionKey.Length + entity.RowKey.Length))
        + Custom(entity).Sum(property => 8 + (2 * property.Key.Length) + SizeOf(property.Value));

    /// <summary>At most so many bytes of a batch request: headers, keys three times, and JSON with its escapes.</summary>
    internal static long WireSizeOf(TableEntity entity) =>
        1024 + (6L * (entity.PartitionKey.Length + entity.RowKey.Length))
        + Custom(entity).Sum(property => 64 + (2 * property.Key.Length) + WireSizeOf(property.Value));

    private static bool IsSystem(string name) => name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag";

    private static void CheckProperty(TableWrite write, string name, object value)
    {
        if (name.Length is < 1 or > MaxPropertyName || char.IsAsciiDigit(name[0])
            || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new StorageRuleException(
                $"'{name}' cannot name a property: 1 to {MaxPropertyName} letters, digits and _, no digit first");
        }

        if (ProblemOf(value) is { } problem)
            throw new StorageRuleException($"property {name} of {Name(write)} {problem}");
    }

    private static string? ProblemOf(object value) => value switch
    {
        string text when text.Length > MaxString => $"has {text.Length} characters; a string has at most {MaxString}",
        string text when !IsWellFormed(text) => "has half a surrogate pair, which no encoding keeps",
        byte[] bytes when bytes.Length > MaxBinary => $"has {bytes.Length} bytes; a binary has at most {MaxBinary}",
        double number when !double.IsFinite(number) => $"is {number}; numbers are finite",
        DateTimeOffset time when time < FirstTime => $"is {time:O}; times begin in 1601",
        string or byte[] or double or DateTimeOffset or int or long or bool or Guid => null,
        _ => $"is a {value.GetType().Name}; a property is a string, int, long, double, bool, DateTimeOffset, Guid or byte[]",
    };

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static long SizeOf(object value) => value switch
    {
        string text => 4 + (2L * text.Length),
        byte[] bytes => 4 + bytes.Length,
        Guid => 16,
        int => 4,
        bool => 1,
        _ => 8,
    };

    // JSON writes a character outside ASCII, a quote and the like as \uXXXX, and bytes in base64.
    private static long WireSizeOf(object value) => value switch
    {
        string text => text.Sum(c => char.IsAsciiLetterOrDigit(c) || c == ' ' ? 1L : 6L),
        byte[] bytes => 4L * ((bytes.Length / 3) + 1),
        _ => 40,
    };

    private static string Name(TableWrite write) => $"{write.Entity.PartitionKey} / {write.Entity.RowKey}";
}

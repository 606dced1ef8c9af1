using System.Buffers.Text;
using System.Text;
using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>A page of entities.</summary>
/// <param name="Entities">In the order of their keys.</param>
/// <param name="Continuation">
/// Asks for the next page; null after the last one. It names the last key of this page, so the next page holds whatever
/// comes after that key by then: what is inserted or deleted in between neither repeats nor hides anything else.
/// </param>
public sealed record TablePage(IReadOnlyList<TableEntity> Entities, string? Continuation)
{
    /// <summary>How many entities a page may hold, as in Azure Tables.</summary>
    public const int MaxSize = 1000;

    internal static int CheckSize(int size) => size is >= 1 and <= MaxSize
        ? size
        : throw new StorageRuleException($"a page holds 1 to {MaxSize} entities, {size} were asked for");
}

/// <summary>A continuation that no store made: mistyped, cut off or invented by a client.</summary>
public sealed class InvalidContinuationException(string continuation)
    : FormatException($"'{continuation}' does not continue a query; begin again without it");

/// <summary>The place after an entity, as text that is safe in an address: base64url(PartitionKey ‖ 0x00 ‖ RowKey).</summary>
internal readonly record struct TableContinuation(string PartitionKey, string RowKey)
{
    public static TableContinuation After(TableEntity entity) => new(entity.PartitionKey, entity.RowKey);

    public static TableContinuation Parse(string text)
    {
        if (!Base64Url.IsValid(text))
            throw new InvalidContinuationException(text);
        var keys = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(text)).Split('\0');
        return keys.Length == 2 && keys.All(EntityRules.IsKey)
            ? new TableContinuation(keys[0], keys[1])
            : throw new InvalidContinuationException(text);
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{PartitionKey}\0{RowKey}"));
}

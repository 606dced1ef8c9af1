using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>
/// A text that one column may not hold (<see cref="EntityRules.MaxString"/>): in as many columns as it needs, named
/// <c>Document</c>, <c>Document2</c>, <c>Document3</c> and so on.
/// </summary>
internal static class LongText
{
    public static void Set(TableEntity entity, string column, string text)
    {
        var (start, number) = (0, 1);
        do
        {
            var length = LengthFrom(text, start);
            entity[NameOf(column, number++)] = text.Substring(start, length);
            start += length;
        }
        while (start < text.Length);
    }

    /// <exception cref="InvalidOperationException">The entity has no such column.</exception>
    public static string Get(TableEntity entity, string column)
    {
        var first = entity.GetString(column)
            ?? throw new InvalidOperationException($"{entity.PartitionKey} / {entity.RowKey} has no column {column}");
        if (!entity.ContainsKey(NameOf(column, 2)))
            return first;
        var text = new StringBuilder(first);
        for (var number = 2; entity.TryGetValue(NameOf(column, number), out var more); number++)
            text.Append((string)more);
        return text.ToString();
    }

    private static string NameOf(string column, int number) =>
        number == 1 ? column : string.Create(CultureInfo.InvariantCulture, $"{column}{number}");

    // No column holds half of a surrogate pair.
    private static int LengthFrom(string text, int start)
    {
        if (text.Length - start <= EntityRules.MaxString)
            return text.Length - start;
        return char.IsHighSurrogate(text[start + EntityRules.MaxString - 1]) ? EntityRules.MaxString - 1 : EntityRules.MaxString;
    }
}

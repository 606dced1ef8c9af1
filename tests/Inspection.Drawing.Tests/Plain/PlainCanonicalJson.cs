using System.Globalization;
using System.Text;
using System.Text.Json;
using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// PROTOCOL.md, "Notation": canonical JSON. A value is a dictionary (object), a sequence of values (array), a string, a
/// bool, an int or a long. Keys are ASCII, where the order of UTF-16 units, which RFC 8785 asks for, is that of bytes.
/// </summary>
internal static class PlainCanonicalJson
{
    private const long LargestInteger = (1L << 53) - 1;

    public static byte[] Write(object value)
    {
        var json = new StringBuilder();
        Append(json, value);
        return Utf8(json.ToString());
    }

    /// <summary>Reads bytes that are the canonical form of what they say, and nothing else.</summary>
    public static Dictionary<string, object> Read(byte[] bytes)
    {
        var tree = Parse(FromUtf8(bytes)) as Dictionary<string, object>;
        Require(tree is not null && Write(tree).SequenceEqual(bytes), "not canonical JSON of an object");
        return tree!;
    }

    public static object FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => FromObject(element),
        JsonValueKind.Array => element.EnumerateArray().Select(FromElement).ToList(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when element.TryGetInt64(out var number) => number,
        _ => throw new InvalidDataException($"{element.GetRawText()} has no canonical form"),
    };

    private static object Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return FromElement(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("not JSON, or half a surrogate pair in a string", e);
        }
    }

    private static Dictionary<string, object> FromObject(JsonElement element)
    {
        var tree = new Dictionary<string, object>();
        foreach (var property in element.EnumerateObject())
            Require(tree.TryAdd(property.Name, FromElement(property.Value)), $"key '{property.Name}' appears twice");
        return tree;
    }

    private static void Append(StringBuilder json, object value)
    {
        switch (value)
        {
            case Dictionary<string, object> members:
                AppendObject(json, members);
                break;
            case string text:
                AppendString(json, text);
                break;
            case bool truth:
                json.Append(truth ? "true" : "false");
                break;
            case int or long:
                AppendInteger(json, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable<object> items:
                AppendArray(json, items);
                break;
            default:
                throw new InvalidDataException($"{value} has no canonical form");
        }
    }

    private static void AppendObject(StringBuilder json, Dictionary<string, object> members)
    {
        var comma = "";
        json.Append('{');
        foreach (var key in members.Keys.OrderBy(key => key, StringComparer.Ordinal))
        {
            Require(key.All(char.IsAscii), $"key '{key}' is not ASCII");
            json.Append(comma);
            AppendString(json, key);
            json.Append(':');
            Append(json, members[key]);
            comma = ",";
        }

        json.Append('}');
    }

    private static void AppendArray(StringBuilder json, IEnumerable<object> items)
    {
        var comma = "";
        json.Append('[');
        foreach (var item in items)
        {
            json.Append(comma);
            Append(json, item);
            comma = ",";
        }

        json.Append(']');
    }

    private static void AppendString(StringBuilder json, string text)
    {
        Require(IsText(text), "a string holds a character that the protocol refuses");
        json.Append('"').Append(text.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
    }

    private static void AppendInteger(StringBuilder json, long number)
    {
        Require(number is >= -LargestInteger and <= LargestInteger, $"{number} is beyond 2^53-1");
        json.Append(number.ToString(CultureInfo.InvariantCulture));
    }
}

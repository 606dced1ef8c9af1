using Newtonsoft.Json.Linq;

namespace Inspection.App.OpenApi;

/// <summary>A type in words, some of which name a schema.</summary>
internal sealed record ApiType(IReadOnlyList<ApiWord> Words)
{
    private const string SchemaPrefix = "#/components/schemas/";

    public static ApiType Of(JToken? schema) => new([.. WordsOf(schema)]);

    private static IEnumerable<ApiWord> WordsOf(JToken? schema)
    {
        if (schema is null)
            return [new ApiWord("anything")];
        if ((string?)schema["$ref"] is { } reference && reference.StartsWith(SchemaPrefix, StringComparison.Ordinal))
            return [new ApiWord(reference[SchemaPrefix.Length..], IsSchema: true)];
        if ((schema["oneOf"] ?? schema["anyOf"]) is JArray choices)
            return Joined(choices.Select(WordsOf), " or ");
        if (schema["enum"] is JArray names)
            return Joined(names.Select(static name => (IEnumerable<ApiWord>)[new ApiWord((string?)name ?? "null", IsValue: true)]), " | ");
        var types = schema["type"] is JArray several ? several.Select(static type => (string?)type) : [(string?)schema["type"]];
        return Joined(types.Select(type => Simple(type, schema)), " or ");
    }

    private static IEnumerable<ApiWord> Simple(string? type, JToken schema) => (type, (string?)schema["format"]) switch
    {
        ("array", _) => WordsOf(schema["items"]).Prepend(new ApiWord("list of ")),
        ("object", _) when schema["additionalProperties"] is JObject values => WordsOf(values).Prepend(new ApiWord("map of ")),
        (null, _) => [new ApiWord("anything")],
        ("null", _) => [new ApiWord("null")],
        (_, { } format) => [new ApiWord($"{type} ({format})")],
        _ => [new ApiWord(type)],
    };

    private static IEnumerable<ApiWord> Joined(IEnumerable<IEnumerable<ApiWord>> parts, string by) =>
        parts.SelectMany((part, i) => i == 0 ? part : part.Prepend(new ApiWord(by)));
}

/// <summary>A word of a type.</summary>
/// <param name="Text">The word.</param>
/// <param name="IsSchema">Whether it names a schema.</param>
/// <param name="IsValue">Whether it is written just so.</param>
internal sealed record ApiWord(string Text, bool IsSchema = false, bool IsValue = false);

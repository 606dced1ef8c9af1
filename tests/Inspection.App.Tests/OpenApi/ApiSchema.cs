using System.Globalization;
using System.Text.RegularExpressions;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.OpenApi;

/// <summary>Holds answers against the OpenAPI document: the parts of JSON Schema that the document uses, strictly.</summary>
internal sealed class ApiSchema(JObject document)
{
    private const string Root = "#/components/schemas/";

    public JObject Document => document;

    public static async Task<ApiSchema> OfAsync(TestApp app) =>
        new((JObject)(await app.Anonymous.GetJson("/openapi/v1.json")).Json);

    /// <summary>What in the answer the document does not say, or says otherwise.</summary>
    public IReadOnlyList<string> Problems(HttpMethod method, string path, Answer answer)
    {
        var operation = ((JObject)document["paths"]!).Properties().Where(template => Matches(template.Name, path))
            .OrderBy(template => template.Name.Count(c => c == '{'))
            .Select(template => template.Value[method.Method.ToLowerInvariant()]).FirstOrDefault(found => found is not null);
        if (operation is null)
            return [$"there is no {method} {path}"];
        var status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        var response = operation["responses"]![status] ?? ((int)answer.Status >= 400 ? operation["responses"]!["default"] : null);
        if (response is null)
            return [$"{method} {path} answers {status}, which the document does not say"];
        var schema = response["content"]?[answer.MediaType]?["schema"];
        if (answer.Text.Length == 0)
            return schema is null ? [] : [$"{method} {path} answers nothing"];
        if (schema is null)
            return [$"{method} {path} answers {answer.MediaType} with {status}, which the document does not say"];
        return [.. Check(schema, answer.Json, "$")];
    }

    private static bool Matches(string template, string path) => Regex.IsMatch(
        path.Split('?')[0], "^" + Regex.Replace(template, @"\{[^}]*\}", "[^/]+") + "$", RegexOptions.CultureInvariant);

    private IEnumerable<string> Check(JToken schema, JToken value, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Check(document["components"]!["schemas"]![reference[Root.Length..]]!, value, at);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JArray choices)
            return choices.Any(choice => !Check(choice, value, at).Any()) ? [] : [$"{at}: fits none of {choices}"];
        if (schema["enum"] is JArray names)
            return names.Any(name => JToken.DeepEquals(name, value)) ? [] : [$"{at}: {value} is none of {names}"];
        if (schema["type"] is { } types && !Types(types).Any(type => Is(type, value)))
            return [$"{at}: {value.Type} is not {types}"];
        return value switch
        {
            JObject members => CheckMembers(schema, members, at),
            JArray items when schema["items"] is { } item => items.SelectMany((element, i) => Check(item, element, $"{at}[{i}]")),
            _ => [],
        };
    }

    private IEnumerable<string> CheckMembers(JToken schema, JObject members, string at)
    {
        foreach (var name in schema["required"]?.Select(name => (string)name!) ?? [])
        {
            if (members[name] is null)
                yield return $"{at}: {name} is missing";
        }

        foreach (var member in members.Properties())
        {
            var known = schema["properties"]?[member.Name] ?? schema["additionalProperties"];
            if (known is null && schema["properties"] is not null)
                yield return $"{at}.{member.Name} is not in the document";
            foreach (var problem in known is JObject ? Check(known, member.Value, $"{at}.{member.Name}") : [])
                yield return problem;
        }
    }

    private static IEnumerable<string> Types(JToken types) =>
        types is JArray several ? several.Select(type => (string)type!) : [(string)types!];

    private static bool Is(string type, JToken value) => type switch
    {
        "null" => value.Type == JTokenType.Null,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "integer" => value.Type == JTokenType.Integer,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "array" => value.Type == JTokenType.Array,
        "object" => value.Type == JTokenType.Object,
        _ => false,
    };
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Newtonsoft.Json.Linq;

namespace Inspection.App.OpenApi;

/// <summary>The OpenAPI document as a page to read: plain HTML, no script.</summary>
internal sealed class DocsPage
{
    private const string SchemaPrefix = "#/components/schemas/";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    private DocsPage()
    {
    }

    public static string Render(JObject document)
    {
        var page = new DocsPage();
        page.Head(document);
        foreach (var (tag, operations) in Operations(document))
        {
            page.Add($"<h2 id=\"{E(tag)}\">{E(tag)}</h2>");
            foreach (var operation in operations)
                page.Operation(operation);
        }

        page.Schemas(document);
        page.Add("</main></body></html>");
        return page.html.ToString();
    }

    private static IEnumerable<(string Tag, List<Call> Calls)> Operations(JObject document) =>
        from path in Members(document["paths"])
        from method in Members(path.Value)
        where method.Value is JObject
        let call = new Call(method.Name.ToUpperInvariant(), path.Name, (JObject)method.Value)
        group call by (string?)call.Operation["tags"]?.FirstOrDefault() ?? "Other" into tagged
        orderby tagged.Key
        select (tagged.Key, tagged.OrderBy(call => call.Path, StringComparer.Ordinal).ToList());

    private static IEnumerable<JProperty> Members(JToken? token) => token is JObject members ? members.Properties() : [];

    private void Head(JObject document)
    {
        var info = document["info"]!;
        Add("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        Add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Add($"<title>{E(info["title"])} API</title><link rel=\"stylesheet\" href=\"/docs/style.css\"></head><body><main>");
        Add($"<h1>{E(info["title"])} API {E(info["version"])}</h1><p>{E(info["description"])}</p>");
        Add("<p>The same for programs: <a href=\"/openapi/v1.json\">/openapi/v1.json</a>.</p><nav><ul>");
        foreach (var (tag, _) in Operations(document))
            Add($"<li><a href=\"#{E(tag)}\">{E(tag)}</a></li>");
        Add("<li><a href=\"#schemas\">Schemas</a></li></ul></nav>");
    }

    private void Operation(Call call)
    {
        Add($"<h3><span class=\"method\">{E(call.Method)}</span> <code>{E(call.Path)}</code></h3>");
        Text(call.Operation["summary"]);
        Text(call.Operation["description"]);
        Parameters(call.Operation["parameters"] as JArray);
        foreach (var content in Members(call.Operation["requestBody"]?["content"]).Take(1))
            Add($"<p>Body, <code>{E(content.Name)}</code>: {TypeOf(content.Value["schema"])}</p>");
        Responses(call.Operation["responses"]);
    }

    private void Parameters(JArray? parameters)
    {
        if (parameters is not { Count: > 0 })
            return;
        Add("<table><thead><tr><th>Parameter</th><th>In</th><th>Type</th><th></th></tr></thead><tbody>");
        foreach (var parameter in parameters)
        {
            Add($"<tr><td><code>{E(parameter["name"])}</code>{Needed((bool?)parameter["required"])}</td><td>{E(parameter["in"])}</td>");
            Add($"<td>{TypeOf(parameter["schema"])}</td><td>{E(parameter["description"])}</td></tr>");
        }

        Add("</tbody></table>");
    }

    private void Responses(JToken? responses)
    {
        Add("<ul>");
        foreach (var response in Members(responses).Where(response => response.Name != "default"))
        {
            Add($"<li>{E(response.Name)} {E(response.Value["description"])}");
            foreach (var content in Members(response.Value["content"]).Take(1))
                Add($": {TypeOf(content.Value["schema"])}");
            Add("</li>");
        }

        Add("</ul>");
    }

    private void Schemas(JObject document)
    {
        Add("<h2 id=\"schemas\">Schemas</h2>");
        foreach (var schema in Members(document["components"]?["schemas"]))
        {
            Add($"<h3 id=\"schema-{E(schema.Name)}\"><code>{E(schema.Name)}</code></h3>");
            Text(schema.Value["description"]);
            if (schema.Value["properties"] is JObject properties)
                Properties(properties, schema.Value["required"]?.Select(name => (string?)name).ToHashSet() ?? []);
            else
                Add($"<p>{TypeOf(schema.Value)}</p>");
        }
    }

    private void Properties(JObject properties, HashSet<string?> required)
    {
        Add("<table><thead><tr><th>Member</th><th>Type</th><th></th></tr></thead><tbody>");
        foreach (var property in properties.Properties())
        {
            Add($"<tr><td><code>{E(property.Name)}</code>{Needed(required.Contains(property.Name))}</td>");
            Add($"<td>{TypeOf(property.Value)}</td><td>{E(property.Value["description"])}</td></tr>");
        }

        Add("</tbody></table>");
    }

    private static string TypeOf(JToken? schema)
    {
        if (schema is null)
            return "anything";
        if ((string?)schema["$ref"] is { } reference && reference.StartsWith(SchemaPrefix, StringComparison.Ordinal))
            return $"<a href=\"#schema-{E(reference[SchemaPrefix.Length..])}\">{E(reference[SchemaPrefix.Length..])}</a>";
        if ((schema["oneOf"] ?? schema["anyOf"]) is JArray choices)
            return string.Join(" or ", choices.Select(TypeOf));
        if (schema["enum"] is JArray names)
            return string.Join(" | ", names.Select(name => $"<code>{E(name)}</code>"));
        var types = schema["type"] is JArray several ? several.Select(type => (string?)type) : [(string?)schema["type"]];
        return string.Join(" or ", types.Select(type => SimpleType(type, schema)));
    }

    private static string SimpleType(string? type, JToken schema) => (type, (string?)schema["format"]) switch
    {
        ("array", _) => $"list of {TypeOf(schema["items"])}",
        ("object", _) when schema["additionalProperties"] is JObject values => $"map of {TypeOf(values)}",
        (null, _) => "anything",
        ("null", _) => "null",
        (_, { } format) => $"{E(type)} ({E(format)})",
        _ => E(type),
    };

    private static string Needed(bool? required) => required == true ? " (needed)" : "";

    private static string E(JToken? text) => E((string?)text);

    private static string E(string? text) => Encoder.Encode(text ?? "");

    private void Text(JToken? text)
    {
        if (text is not null)
            Add($"<p>{E(text)}</p>");
    }

    private void Add(string line) => html.Append(CultureInfo.InvariantCulture, $"{line}\n");

    private sealed record Call(string Method, string Path, JObject Operation);
}

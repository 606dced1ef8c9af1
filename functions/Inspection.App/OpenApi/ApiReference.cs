using Newtonsoft.Json.Linq;

namespace Inspection.App.OpenApi;

/// <summary>The OpenAPI document in the form in which people read it.</summary>
/// <param name="Description">What is common to all calls.</param>
/// <param name="Groups">The calls.</param>
/// <param name="Schemas">What goes in and comes out.</param>
internal sealed record ApiReference(string Description, IReadOnlyList<ApiGroup> Groups, IReadOnlyList<ApiSchema> Schemas)
{
    public static ApiReference Of(JObject document) => new(
        (string?)document["info"]!["description"] ?? "",
        [.. GroupsOf(document)],
        [.. Members(document["components"]?["schemas"]).Select(static schema => SchemaOf(schema))]);

    /// <summary>The types that go in and come out of some calls, and those that they are made of.</summary>
    public IReadOnlyList<ApiSchema> SchemasOf(ApiGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var named = Schemas.ToDictionary(static schema => schema.Name);
        var found = new HashSet<string>();
        var open = new Queue<ApiType>(group.Calls.SelectMany(static call => call.Types));
        while (open.TryDequeue(out var type))
        {
            foreach (var name in type.Words.Where(static word => word.IsSchema).Select(static word => word.Text).Where(found.Add))
            {
                foreach (var part in named[name].Members.Select(static member => member.Type).Prepend(named[name].Type))
                    open.Enqueue(part);
            }
        }

        return [.. Schemas.Where(schema => found.Contains(schema.Name))];
    }

    /// <summary>The types of every call, such as that of refusals, which no group names as its own.</summary>
    public IReadOnlyList<ApiSchema> CommonSchemas() => [.. Schemas.Except(Groups.SelectMany(SchemasOf))];

    private static IEnumerable<ApiGroup> GroupsOf(JObject document) =>
        from path in Members(document["paths"])
        from method in Members(path.Value)
        where method.Value is JObject
        let call = CallOf(method.Name.ToUpperInvariant(), path.Name, (JObject)method.Value)
        group call by (string?)method.Value["tags"]?.FirstOrDefault() ?? "Other" into tagged
        orderby tagged.All(static call => call.IsPublic) descending, tagged.Key
        select new ApiGroup(tagged.Key, [.. tagged.OrderBy(static call => call.Path, StringComparer.Ordinal)]);

    private static ApiCall CallOf(string method, string path, JObject operation) => new(
        method,
        path,
        [.. new[] { (string?)operation["summary"], (string?)operation["description"] }.OfType<string>().SelectMany(static text => text.Split("\n\n"))],
        [.. (operation["parameters"] ?? new JArray()).Select(static parameter => new ApiMember(
            (string?)parameter["name"] ?? "",
            (bool?)parameter["required"] == true,
            ApiType.Of(parameter["schema"]),
            (string?)parameter["description"] ?? ""))],
        ContentOf(operation["requestBody"]),
        [.. Members(operation["responses"]).Where(static answer => answer.Name != "default").Select(static answer => new ApiAnswer(
            answer.Name, (string?)answer.Value["description"] ?? "", ContentOf(answer.Value)))]);

    private static ApiContent? ContentOf(JToken? holder) => Members(holder?["content"]).FirstOrDefault() is { } content
        ? new ApiContent(content.Name, ApiType.Of(content.Value["schema"]))
        : null;

    private static ApiSchema SchemaOf(JProperty schema)
    {
        var required = schema.Value["required"]?.Select(static name => (string?)name).ToHashSet() ?? [];
        return new ApiSchema(
            schema.Name,
            (string?)schema.Value["description"] ?? "",
            ApiType.Of(schema.Value),
            [.. Members(schema.Value["properties"]).Select(property => new ApiMember(
                property.Name, required.Contains(property.Name), ApiType.Of(property.Value), (string?)property.Value["description"] ?? ""))]);
    }

    private static IEnumerable<JProperty> Members(JToken? token) => token is JObject members ? members.Properties() : [];
}

/// <summary>Calls that belong together.</summary>
internal sealed record ApiGroup(string Name, IReadOnlyList<ApiCall> Calls);

/// <summary>One call.</summary>
internal sealed record ApiCall(
    string Method,
    string Path,
    IReadOnlyList<string> Words,
    IReadOnlyList<ApiMember> Parameters,
    ApiContent? Body,
    IReadOnlyList<ApiAnswer> Answers)
{
    public bool IsPublic => Path.StartsWith("/api/v1/public/", StringComparison.Ordinal);

    /// <summary>Every type that it names.</summary>
    public IEnumerable<ApiType> Types => Parameters.Select(static parameter => parameter.Type)
        .Concat(Answers.Select(static answer => answer.Content).Append(Body).OfType<ApiContent>().Select(static content => content.Type));
}

/// <summary>A parameter, or a member of a schema.</summary>
internal sealed record ApiMember(string Name, bool IsRequired, ApiType Type, string Words);

/// <summary>What a body holds.</summary>
internal sealed record ApiContent(string MediaType, ApiType Type);

/// <summary>An answer.</summary>
internal sealed record ApiAnswer(string Status, string Words, ApiContent? Content);

/// <summary>A named type.</summary>
internal sealed record ApiSchema(string Name, string Words, ApiType Type, IReadOnlyList<ApiMember> Members);

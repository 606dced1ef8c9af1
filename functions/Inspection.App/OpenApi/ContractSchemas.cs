using System.Text.Json.Nodes;
using Inspection.App.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Inspection.App.OpenApi;

/// <summary>
/// Corrects the schemas of types that Newtonsoft writes otherwise than System.Text.Json would: as a text or as they come,
/// where that sees an object, and enums by the names that their members are given.
/// </summary>
internal sealed class ContractSchemas : IOpenApiSchemaTransformer
{
    private static readonly JsonSerializer Names = JsonSerializer.Create(Settings());

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (schema.Enum is { Count: > 0 } && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } names)
            schema.Enum = [.. Enum.GetValues(names).Cast<object>().Select(NameOf), .. schema.Enum.Where(static name => name is null)];
        if (typeof(JToken).IsAssignableFrom(type))
            Become(schema, type == typeof(JObject) ? JsonSchemaType.Object : type == typeof(JArray) ? JsonSchemaType.Array : null);
        else if (schema.Type?.HasFlag(JsonSchemaType.Object) == true && IsText(type))
            Become(schema, JsonSchemaType.String | (schema.Type.Value & JsonSchemaType.Null));
        return Task.CompletedTask;
    }

    private static JsonNode NameOf(object value) => JsonValue.Create((string)JToken.FromObject(value, Names)!)!;

    private static bool IsText(Type type) =>
        ApiJson.Contracts.ResolveContract(type) is JsonStringContract or JsonPrimitiveContract or { Converter: { CanWrite: true } };

    private static void Become(OpenApiSchema schema, JsonSchemaType? type)
    {
        schema.Type = type;
        schema.Properties = null;
        schema.Required = null;
        schema.Items = null;
        schema.AdditionalProperties = null;
    }

    private static JsonSerializerSettings Settings()
    {
        var settings = new JsonSerializerSettings();
        ApiJson.Configure(settings);
        return settings;
    }
}

using Inspection.App.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Inspection.App.OpenApi;

/// <summary>Corrects the schemas of types that Newtonsoft writes as a text or as they come, where System.Text.Json sees an object.</summary>
internal sealed class ContractSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (typeof(JToken).IsAssignableFrom(type))
            Become(schema, type == typeof(JObject) ? JsonSchemaType.Object : type == typeof(JArray) ? JsonSchemaType.Array : null);
        else if (schema.Type?.HasFlag(JsonSchemaType.Object) == true && IsText(type))
            Become(schema, JsonSchemaType.String | (schema.Type.Value & JsonSchemaType.Null));
        return Task.CompletedTask;
    }

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
}

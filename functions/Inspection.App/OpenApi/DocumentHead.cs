using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Inspection.App.OpenApi;

/// <summary>What the document says of itself and of all operations.</summary>
internal sealed class DocumentHead : IOpenApiDocumentTransformer
{
    public const string BearerScheme = "token";
    public const string ProblemSchema = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Inspection 双随机、一公开",
            Version = "v1",
            Description = "Plans, draws, results and their publication. Times are UTC, rates basis points, lists pages: "
                + "pass next as cursor. A resource's ETag goes into If-Match; where it was changed since, the answer is 412.",
        };
        // Wherever the document is read from is where the service is.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of POST /api/v1/users/{name}/tokens or of 'token create'",
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemSchema] = Problem();
        return Task.CompletedTask;
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457",
        Required = new HashSet<string> { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("urn:inspection: and the rule"),
            ["title"] = Text("the rule's short name, stable for scripts"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("what is wrong and what to do"),
            ["requestId"] = Text("names the request in the service's log"),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "what is wrong, by member of the request",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}

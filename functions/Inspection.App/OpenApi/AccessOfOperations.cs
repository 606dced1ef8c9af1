using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Inspection.App.OpenApi;

/// <summary>Says of each operation who may use it, and that it refuses with problem details.</summary>
internal sealed class AccessOfOperations : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        operation.Description = string.Join("\n\n", new[] { operation.Description, WhoMay(metadata, isOpen) }.Where(text => !string.IsNullOrEmpty(text)));
        operation.Security = isOpen
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentHead.BearerScheme, context.Document)] = [] }];
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused, with problem details: title is the rule, detail says what to do",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(DocumentHead.ProblemSchema, context.Document),
                },
            },
        };
        return Task.CompletedTask;
    }

    private static string WhoMay(IEnumerable<object> metadata, bool isOpen)
    {
        if (isOpen)
            return "Open to everybody.";
        var roles = metadata.OfType<IAuthorizeData>().Select(data => data.Roles).Where(names => names is not null).ToList();
        return roles.Count == 0 ? "For signed-in users." : $"For {string.Join("; and for ", roles)}.";
    }
}

using Microsoft.AspNetCore.Http.Json;
using Microsoft.Net.Http.Headers;

namespace Inspection.App.OpenApi;

internal static class ApiDocumentRegistration
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(options => SerializerMirror.Configure(options.SerializerOptions));
        services.AddOpenApi(ApiDocument.Name, options =>
        {
            options.AddSchemaTransformer<ContractSchemas>();
            options.AddOperationTransformer<AccessOfOperations>();
            options.AddDocumentTransformer<DocumentHead>();
        });
        services.AddSingleton<ApiDocument>();
        return services;
    }

    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/openapi/v1.json", static (HttpContext context, ApiDocument document) => WriteAsync(context, document))
        .AllowAnonymous().ExcludeFromDescription();

    // The same for everybody until the next version, so it may be kept for a while, signed in or not.
    private static async Task WriteAsync(HttpContext context, ApiDocument document)
    {
        var json = await document.JsonAsync();
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
        await context.Response.WriteAsync(json, context.RequestAborted);
    }
}

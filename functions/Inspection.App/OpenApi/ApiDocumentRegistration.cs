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

    public static void MapApiDocument(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/openapi/v1.json", (HttpContext context, ApiDocument document) =>
            WriteAsync(context, "application/json; charset=utf-8", document.JsonAsync())).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/docs", (HttpContext context, ApiDocument document) =>
            WriteAsync(context, "text/html; charset=utf-8", document.PageAsync())).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/docs/style.css", (HttpContext context) =>
            WriteAsync(context, "text/css; charset=utf-8", Task.FromResult(DocsStyle.Text))).AllowAnonymous().ExcludeFromDescription();
    }

    // The same for everybody until the next version, so it may be kept for a while, signed in or not.
    private static async Task WriteAsync(HttpContext context, string mediaType, Task<string> text)
    {
        var content = await text;
        context.Response.ContentType = mediaType;
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
        await context.Response.WriteAsync(content, context.RequestAborted);
    }
}

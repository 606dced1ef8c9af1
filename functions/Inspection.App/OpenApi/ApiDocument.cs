using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;

namespace Inspection.App.OpenApi;

/// <summary>The OpenAPI document and the page made of it, built when first asked for and kept.</summary>
internal sealed class ApiDocument
{
    public const string Name = "v1";

    private readonly Lazy<Task<string>> json;
    private readonly Lazy<Task<string>> page;

    public ApiDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider provider)
    {
        json = new Lazy<Task<string>>(async () =>
            await (await provider.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        page = new Lazy<Task<string>>(async () => DocsPage.Render(JObject.Parse(await json.Value)));
    }

    public Task<string> JsonAsync() => json.Value;

    public Task<string> PageAsync() => page.Value;
}

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;

namespace Inspection.App.OpenApi;

/// <summary>The OpenAPI document, for programs and for reading, built when first asked for and kept.</summary>
internal sealed class ApiDocument
{
    public const string Name = "v1";

    private readonly Lazy<Task<string>> json;
    private readonly Lazy<Task<ApiReference>> reference;

    public ApiDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider provider)
    {
        json = new Lazy<Task<string>>(async () =>
            await (await provider.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        reference = new Lazy<Task<ApiReference>>(async () => ApiReference.Of(JObject.Parse(await json.Value)));
    }

    public Task<string> JsonAsync() => json.Value;

    public Task<ApiReference> ReferenceAsync() => reference.Value;
}

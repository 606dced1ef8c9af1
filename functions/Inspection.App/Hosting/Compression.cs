using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Inspection.App.Hosting;

/// <summary>
/// Compresses what everybody may read. An answer to a signed-in user, or one that sets a cookie, may hold a secret beside a
/// text that somebody else chose; its compressed length would tell of the secret (the attack known as BREACH).
/// </summary>
internal sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv", "application/x-ndjson", "application/jsonl"];
        });
        services.AddSingleton<IResponseCompressionProvider, Compression>();
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.User.Identity is not { IsAuthenticated: true } && context.Response.Headers.SetCookie.Count == 0
        && base.ShouldCompressResponse(context);
}

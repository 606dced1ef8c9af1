using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Inspection.App.Hosting;

/// <summary>
/// The files of <c>wwwroot</c>. They lie in the assembly, so they are there under every host and wherever one starts. An
/// address with a version, which changes with the content, is good for ever; any other is asked for again each time.
/// </summary>
internal static class SiteFiles
{
    private const string Version = "v";

    public static IApplicationBuilder UseSiteFiles(this IApplicationBuilder app)
    {
        var files = new ManifestEmbeddedFileProvider(typeof(SiteFiles).Assembly, "wwwroot");
        // Versions of addresses are made from the files found here.
        app.ApplicationServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider = files;
        return app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Keep });
    }

    private static void Keep(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Query.ContainsKey(Version) ? "public, max-age=31536000, immutable" : "no-cache";
}

using System.Text;
using Inspection.Drawing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json;

namespace Inspection.App.Outcomes;

/// <summary>What public answers have in common: any web page may read them, and caches may keep them.</summary>
internal static class PublicAnswers
{
    /// <summary>The policy of cross-origin requests to name in <c>[EnableCors]</c>: reading from anywhere.</summary>
    public const string Cors = "public";

    /// <summary>The policy to name in <c>[EnableRateLimiting]</c> for what everybody may send: the setting <c>Limits:FormsPerHour</c>.</summary>
    public const string Forms = "forms";

    private const string Cursor = "cursor";

    private static readonly TimeSpan Briefly = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddPublicCors(this IServiceCollection services) =>
        services.AddCors(options => options.AddPolicy(Cors, policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithHeaders(HeaderNames.IfNoneMatch)
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link)));

    /// <summary>Names the next page of a list whose answer has no place for a cursor.</summary>
    public static void LinkNext(this ControllerBase controller, string? next)
    {
        if (next is null)
            return;
        var request = controller.Request;
        var query = request.Query.Where(static given => !given.Key.Equals(Cursor, StringComparison.OrdinalIgnoreCase))
            .Append(KeyValuePair.Create(Cursor, new StringValues(next)));
        controller.Response.Headers.Link = $"<{request.PathBase}{request.Path}{QueryString.Create(query)}>; rel=\"next\"";
    }

    /// <summary>Answers 200, or 304 to a caller that has the same already; its version is what it says.</summary>
    public static ActionResult Cached<T>(this ControllerBase controller, T value)
        where T : class => controller.Cached(controller.Ok(value), VersionOf(value), Briefly);

    /// <summary>The version of an answer that says this.</summary>
    public static Digest VersionOf<T>(T value) => Digest.Of(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value)));

    /// <summary>Answers 200, or 304 to a caller that has this version already.</summary>
    /// <param name="controller">Who answers.</param>
    /// <param name="value">The answer.</param>
    /// <param name="version">Changes whenever the answer does.</param>
    /// <param name="fresh">How long a cache need not ask again.</param>
    public static ActionResult Cached(this ControllerBase controller, ActionResult value, Digest version, TimeSpan fresh)
    {
        var etag = new EntityTagHeaderValue($"\"{version}\"");
        var headers = controller.Response.GetTypedHeaders();
        headers.ETag = etag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = fresh };
        var known = controller.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(etag, useStrongComparison: false))
            ? controller.StatusCode(StatusCodes.Status304NotModified)
            : value;
    }
}

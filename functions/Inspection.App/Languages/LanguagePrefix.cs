namespace Inspection.App.Languages;

/// <summary>
/// The language of an address: <c>/en/draws</c> is <c>/draws</c> in English. The prefix becomes part of the path base, so
/// every link that a page makes keeps the language, every address shows one language to everybody, and caches may keep it.
/// </summary>
public sealed class LanguagePrefix(RequestDelegate next)
{
    /// <summary>What stands before a path in English.</summary>
    public const string English = "/en";

    /// <summary>The language of this request.</summary>
    public static Language Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.PathBase.Value?.EndsWith(English, StringComparison.Ordinal) == true ? Language.English : Language.Chinese;
    }

    /// <summary>The path base of the same site in a language.</summary>
    public static PathString BaseIn(Language language, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var current = context.Request.PathBase.Value ?? "";
        var root = Of(context) == Language.English ? current[..^English.Length] : current;
        return new PathString(language == Language.English ? root + English : root);
    }

    /// <summary>The address of a page in a language, from anywhere.</summary>
    /// <param name="language">The language.</param>
    /// <param name="context">A request to the same site.</param>
    /// <param name="path">The path, and the query where there is one, without the language.</param>
    public static string WholeAddress(Language language, HttpContext context, string path)
    {
        ArgumentNullException.ThrowIfNull(context);
        return $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}{BaseIn(language, context).ToUriComponent()}{path}";
    }

    /// <summary>Moves the prefix out of the path.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        if (!request.Path.StartsWithSegments(English, StringComparison.Ordinal, out var rest))
        {
            await next(context);
            return;
        }

        var (pathBase, path) = (request.PathBase, request.Path);
        (request.PathBase, request.Path) = (pathBase.Add(English), rest.HasValue ? rest : new PathString("/"));
        try
        {
            await next(context);
        }
        finally
        {
            (request.PathBase, request.Path) = (pathBase, path);
        }
    }
}

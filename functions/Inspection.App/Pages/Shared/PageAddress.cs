using Inspection.App.Languages;
using Microsoft.AspNetCore.Diagnostics;

namespace Inspection.App.Pages;

/// <summary>Where a page is found: its lasting address, and the same page in each language.</summary>
internal sealed class PageAddress(IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The path and the query without the language, as the reader asked for them.</summary>
    public string Path => Context.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
        ? new PathString(asked.OriginalPath).ToUriComponent() + asked.OriginalQueryString
        : Context.Request.Path.ToUriComponent() + Context.Request.QueryString.ToUriComponent();

    /// <summary>This page in a language, on this site.</summary>
    public string In(Language language) => LanguagePrefix.BaseIn(language, Context).ToUriComponent() + Path;

    /// <summary>This page in a language, from anywhere.</summary>
    public string WholeIn(Language language) => LanguagePrefix.WholeAddress(language, Context, Path);
}

using Inspection.App.OpenApi;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Every call of the API in one line each.</summary>
internal sealed class DocsModel(ApiDocument document) : PageModel
{
    /// <summary>How long caches keep what stays the same until the next version of the program.</summary>
    public const string FewMinutes = "public, max-age=300";

    public ApiReference Api { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Api = await document.ReferenceAsync();
        Response.Headers.CacheControl = FewMinutes;
    }
}

using Inspection.App.OpenApi;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>The API for reading.</summary>
internal sealed class DocsModel(ApiDocument document) : PageModel
{
    private const string FewMinutes = "public, max-age=300";

    public ApiReference Api { get; private set; } = null!;

    // The same until the next version of the program.
    public async Task OnGetAsync()
    {
        Api = await document.ReferenceAsync();
        Response.Headers.CacheControl = FewMinutes;
    }
}

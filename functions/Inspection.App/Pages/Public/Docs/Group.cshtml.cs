using Inspection.App.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>The calls of the API that belong together, with all that goes in and comes out of them.</summary>
internal sealed class DocsGroupModel(ApiDocument document) : PageModel
{
    public ApiGroup Group { get; private set; } = null!;

    public IReadOnlyList<ApiSchema> Schemas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string group)
    {
        var api = await document.ReferenceAsync();
        if (api.Groups.FirstOrDefault(one => one.Name == group) is not { } found)
            return NotFound();
        (Group, Schemas) = (found, api.SchemasOf(found));
        Response.Headers.CacheControl = DocsModel.FewMinutes;
        return Page();
    }
}

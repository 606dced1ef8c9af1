using Inspection.App.Directory;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>An inspector of the directory, for reading, with the recusals.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class InspectorDetailModel(InspectorStore store) : PageModel
{
    public InspectorProfile Inspector { get; private set; } = null!;

    public bool Recuses => DirectoryRoles.Recusers.Split(',').Any(User.IsInRole);

    public bool Keeps => User.IsInRole(Role.Administrator);

    public async Task<IActionResult> OnGetAsync(string inspectorId, CancellationToken cancellation)
    {
        if (await store.GetAsync(inspectorId, cancellation) is not { } found)
            return NotFound();
        Inspector = found;
        return Page();
    }
}

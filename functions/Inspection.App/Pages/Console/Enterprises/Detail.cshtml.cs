using Inspection.App.Directory;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>An enterprise of the directory, for reading.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class EnterpriseDetailModel(EnterpriseStore store) : PageModel
{
    public Enterprise Enterprise { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string uscc, CancellationToken cancellation)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out _) || await store.GetAsync(code, cancellation) is not { } found)
            return NotFound();
        Enterprise = found;
        return Page();
    }
}

using Inspection.App.Directory;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>A check item, for reading.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class ItemPageModel(CheckItemStore store) : PageModel
{
    public CheckItem Item { get; private set; } = null!;

    public bool Keeps => User.IsInRole(Role.Administrator);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (await store.GetAsync(code, cancellation) is not { } found)
            return NotFound();
        Item = found;
        return Page();
    }
}

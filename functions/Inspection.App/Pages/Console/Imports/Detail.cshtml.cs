using Inspection.App.Directory;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>How far an import is, and how it ended. The page may be left and opened again: the import goes on by itself.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class ImportModel(ImportStore imports) : PageModel
{
    public ImportJob Job { get; private set; } = null!;

    public bool Keeps => User.IsInRole(Role.Administrator);

    public int ToWrite => Job.Counts.New + Job.Counts.Changed;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await imports.GetAsync(id, cancellation) is not { } job)
            return NotFound();
        Job = job;
        return Page();
    }
}

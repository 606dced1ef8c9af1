using Inspection.App.Directory;
using Inspection.App.Security;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>How far an import is, and how it ended. The page may be left and opened again: the import goes on by itself.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class ImportModel(ImportStore imports, IBlobStore blobs) : PageModel
{
    private const int Shown = 10;

    public ImportJob Job { get; private set; } = null!;

    /// <summary>The first bad rows, each with what is wrong with it as its last cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> BadRows { get; private set; } = [];

    public bool Keeps => User.IsInRole(Role.Administrator);

    public int ToWrite => Job.Counts.New + Job.Counts.Changed;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await imports.GetAsync(id, cancellation) is not { } job)
            return NotFound();
        Job = job;
        if (job.State == ImportState.Rejected && await blobs.GetAsync(job.ErrorsBlob, cancellation) is { } errors)
        {
            using (errors)
                BadRows = ReturnedRows.First(errors.Content, Shown);
        }

        return Page();
    }
}

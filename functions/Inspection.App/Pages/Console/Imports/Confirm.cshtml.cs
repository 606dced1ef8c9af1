using Inspection.App.Directory;
using Inspection.App.Security;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Writes a file that was checked. It is the file as it was uploaded then; nobody sends it twice.</summary>
[Authorize(Roles = DirectoryRoles.Keepers)]
internal sealed class ImportConfirmModel(ImportStore imports, ImportDesk desk, IBlobStore blobs, Words words) : PageModel
{
    public ImportJob Job { get; private set; } = null!;

    public int ToWrite => Job.Counts.New + Job.Counts.Changed;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || await blobs.GetAsync(Job.UploadBlob, cancellation) is not { } upload)
            return NotFound();
        using (upload)
        {
            var accepted = await desk.AcceptAsync(Job.Directory, Job.FileName, upload.Content, dryRun: false, User.Actor(), cancellation);
            if (accepted.IsRefused(out var refusal))
                return this.Refuse(refusal);
            var job = await desk.WaitAsync(accepted.Value, cancellation);
            return this.Done($"/console/imports/{job.Id}", words["已开始写入。", "The rows are being written."]);
        }
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await imports.GetAsync(id, cancellation) is not { State: ImportState.Checked } job)
            return false;
        Job = job;
        return true;
    }
}

using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Takes a file into a directory; it is checked first and written once that was confirmed.</summary>
[Authorize(Roles = DirectoryRoles.Keepers)]
internal sealed class ImportsModel(ImportDesk desk, ImportStore imports, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Directory { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The last import of each directory that had one.</summary>
    public IReadOnlyList<ImportJob> Last { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Upload is not { Length: > 0 } file)
            return this.Refuse(Refusal.Invalid("import-empty", "no file was chosen, or it is empty"), ("import-empty", nameof(Upload)));
        await using var content = file.OpenReadStream();
        var accepted = await desk.AcceptAsync(Directory!, file.FileName, content, dryRun: true, User.Actor(), cancellation);
        if (accepted.IsRefused(out var refusal))
            return this.Refuse(refusal, ("import-running", nameof(Upload)));
        var job = await desk.WaitAsync(accepted.Value, cancellation);
        return this.Done($"/console/imports/{job.Id}", words["文件已收到，先检查，不写入。", "The file was received. It is checked first; nothing is written."]);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        if (Directory is null || !ImportWords.Directories.Contains(Directory))
            Directory = ImportWords.Directories[0];
        var last = new List<ImportJob>();
        foreach (var directory in ImportWords.Directories)
        {
            if (await imports.LastAsync(directory, cancellation) is { } job)
                last.Add(job);
        }

        Last = last;
    }
}

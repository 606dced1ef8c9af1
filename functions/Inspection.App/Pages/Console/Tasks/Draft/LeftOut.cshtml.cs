using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>The step that shows who is left out, by which rule, and who of the inspectors cannot serve.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class DraftLeftOutModel(DraftDesk desk, DraftPreviews previews) : DraftPage(desk)
{
    public override DraftStep Step => DraftStep.LeftOut;

    public PreviewView Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Preview = await PreviewView.OfAsync(previews, Draft.Terms);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? await SaveAsync(static terms => terms, [], cancellation) : NotFound();
}

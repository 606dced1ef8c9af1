using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ETag = Azure.ETag;

namespace Inspection.App.Pages.Console;

/// <summary>Where the head reads a task once more and approves it.</summary>
[Authorize(Roles = Role.Head)]
internal sealed class ApproveTaskModel(PlanningService planning, TermsViews views, TaskPreviews previews, Words words) : PageModel
{
    public InspectionTask Shown { get; private set; } = null!;

    public TermsView Terms { get; private set; } = null!;

    public PreviewView Preview { get; private set; } = null!;

    /// <summary>The version that the head reads, which alone is approved.</summary>
    [BindProperty]
    public string Version { get; set; } = "";

    public bool IsOwn => Shown.CreatedBy == User.Actor().Name;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        var outcome = await planning.ApproveTaskAsync(id, new ETag(Version), User.Actor(), cancellation);
        if (!outcome.IsRefused(out var refusal))
            return this.Done($"/console/tasks/{id}", words["已批准。抽查组织员现在可以发布抽取公告。", "Approved. A scheduler can publish the notice of its draw now."]);
        ModelState.Remove(nameof(Version));
        return await LoadAsync(id, cancellation) ? this.Refuse(refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(id, User.Actor(), cancellation) is not { } task)
            return false;
        (Shown, Version) = (task, task.ETag.ToString());
        Terms = await views.OfAsync(task.Terms, cancellation);
        Preview = await previews.OfAsync(task);
        return true;
    }
}

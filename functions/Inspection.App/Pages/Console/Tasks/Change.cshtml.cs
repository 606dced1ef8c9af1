using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Begins a draft that changes a task which is there.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class ChangeTaskModel(PlanningService planning, TaskDraftStore drafts, TimeProvider clock) : PageModel
{
    public InspectionTask Shown { get; private set; } = null!;

    /// <summary>A draft that changes it already; null where there is none.</summary>
    public TaskDraft? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var draft = new TaskDraft
        {
            Id = NewId.At(clock.GetUtcNow()),
            Owner = User.Actor().Name,
            TaskId = id,
            TaskVersion = Shown.ETag.ToString(),
            Terms = Shown.Terms,
            Done = [.. DraftStep.All.Where(static step => step != DraftStep.Check).Select(static step => step.Name)],
        };
        await drafts.AddAsync(draft, cancellation);
        return LocalRedirect(Request.PathBase + DraftStep.Check.PathOf(draft.Id));
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(id, User.Actor(), cancellation) is not { } task)
            return false;
        Shown = task;
        Open = (await drafts.OfAsync(User.Actor().Name, cancellation)).FirstOrDefault(draft => draft.TaskId == id);
        return true;
    }
}

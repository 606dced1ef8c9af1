using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>One task: what it says, where it stands, and what its reader can do next.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class ConsoleTaskModel(PlanningService planning, DrawStore draws, TermsViews views) : PageModel
{
    public InspectionTask Shown { get; private set; } = null!;

    public TermsView Terms { get; private set; } = null!;

    /// <summary>Every draw that was ever made of it, the last first.</summary>
    public IReadOnlyList<DrawHead> Draws { get; private set; } = [];

    public TaskStage Stage => TaskStages.Of(Shown, Draws.FirstOrDefault(draw => draw.Id == Shown.DrawId));

    public Actor Actor => User.Actor();

    public bool CanChange => Actor.Is(Role.Scheduler) && Shown.DrawId.Length == 0;

    public bool CanApprove => Actor.Is(Role.Head) && Shown.State == TaskState.Draft;

    public bool CanDraw => Actor.Is(Role.Scheduler) && Shown is { State: TaskState.Approved, DrawId.Length: 0 };

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(id, Actor, cancellation) is not { } task)
            return NotFound();
        Shown = task;
        Terms = await views.OfAsync(task.Terms, cancellation);
        Draws = await draws.AllAsync(cancellation).Where(draw => draw.TaskId == id).OrderByDescending(static draw => draw.Attempt).ToListAsync(cancellation);
        return Page();
    }
}

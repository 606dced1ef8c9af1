using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>A plan: what it says, how far it is, the tasks of its months, and whom it still draws.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class PlanDetailModel(
    PlanningService planning, PlanProgresses progresses, EligibilityPreviews previews, TaskRows rows, CheckItemStore items) : PageModel
{
    public PlanProgress Shown { get; private set; } = null!;

    public IReadOnlyList<(string Code, string? Name)> Items { get; private set; } = [];

    /// <summary>The tasks that count against it, the latest first.</summary>
    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];

    /// <summary>Whom it still draws in its year.</summary>
    public PreviewView Preview { get; private set; } = null!;

    public bool CanChange => User.IsInRole(Role.Scheduler);

    public bool CanApprove => User.IsInRole(Role.Head) && !Shown.IsApproved;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        var actor = User.Actor();
        if (await planning.FindPlanAsync(id, actor, cancellation) is not { } plan)
            return NotFound();
        Shown = await progresses.OfAsync(plan, cancellation);
        Tasks = [.. (await rows.OfAsync(actor, cancellation)).Where(row => row.Task.Terms.PlanId == id)];
        Preview = await PlanPreview.OfAsync(previews, plan);
        var named = new List<(string, string?)>();
        foreach (var code in plan.Terms.ItemCodes)
            named.Add((code, (await items.GetAsync(code, cancellation))?.Name));
        Items = named;
        return Page();
    }
}

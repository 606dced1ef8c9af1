using Azure;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Where the head reads a plan once more and approves it.</summary>
[Authorize(Roles = Role.Head)]
internal sealed class ApprovePlanModel(PlanningService planning, EligibilityPreviews previews, Words words) : PageModel
{
    public YearlyPlan Plan { get; private set; } = null!;

    public PreviewView Preview { get; private set; } = null!;

    /// <summary>The version that the head reads, which alone is approved.</summary>
    [BindProperty]
    public string? Version { get; set; }

    public bool IsOwn => Plan.CreatedBy == User.Actor().Name;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        var outcome = await planning.ApprovePlanAsync(id, new ETag(Version ?? ""), User.Actor(), cancellation);
        if (!outcome.IsRefused(out var refusal))
            return this.Done($"/console/plans/{id}", words["已批准，计划已公开。", "Approved; the plan is public now."]);
        ModelState.Remove(nameof(Version));
        return await LoadAsync(id, cancellation) ? this.Refuse(refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await planning.FindPlanAsync(id, User.Actor(), cancellation) is not { } plan)
            return false;
        (Plan, Version) = (plan, plan.ETag.ToString());
        Preview = await PlanPreview.OfAsync(previews, plan);
        return true;
    }
}

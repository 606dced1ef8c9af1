using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The beginning of a task: which plan it counts against, or none.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class NewTaskModel(PlanStore plans, TaskDraftStore drafts, DraftStart start, LocalTime time, TimeProvider clock) : PageModel
{
    public const string NoPlan = "none";
    public const string Targeted = "targeted";

    /// <summary>A plan's id, or one of the words above.</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    public IReadOnlyList<YearlyPlan> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Kind.Length == 0)
            Kind = Plans.Count > 0 ? Plans[0].Id : NoPlan;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var plan = Plans.FirstOrDefault(plan => plan.Id == Kind);
        if (plan is null && Kind is not (NoPlan or Targeted))
            return NotFound();
        var draft = new TaskDraft
        {
            Id = NewId.At(clock.GetUtcNow()),
            Owner = User.Actor().Name,
            Terms = start.Of(plan, Kind == Targeted, User.Actor()),
        };
        await drafts.AddAsync(draft, cancellation);
        return LocalRedirect(Request.PathBase + DraftStep.Scope.PathOf(draft.Id));
    }

    private async Task LoadAsync(CancellationToken cancellation) => Plans = await plans.AllAsync(cancellation)
        .Where(plan => plan.Terms.Year >= time.Today.Year && PlanningService.Concerns(plan.Terms.Departments, User.Actor()))
        .OrderBy(static plan => plan.Terms.Year).ToListAsync(cancellation);
}

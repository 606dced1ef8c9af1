using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Approved plans and tasks.</summary>
internal sealed class PlanListModel(PublicPlans plans, PublicTasks tasks) : PageModel
{
    public const string PlanCursor = "plans";

    private const int RowsOfPlans = 12;
    private const int RowsOfTasks = 30;

    public Page<PublicPlan> Plans { get; private set; } = new([], null);

    public Page<PublicTask> Tasks { get; private set; } = new([], null);

    public async Task OnGetAsync(string? cursor, CancellationToken cancellation)
    {
        Plans = await plans.ListAsync(RowsOfPlans, Request.Query[PlanCursor], cancellation);
        Tasks = await tasks.ListAsync(RowsOfTasks, cursor, cancellation);
    }
}

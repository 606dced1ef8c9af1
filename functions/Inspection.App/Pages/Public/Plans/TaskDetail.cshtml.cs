using Inspection.App.Draws;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>An approved task and its draws, voided ones among them.</summary>
internal sealed class TaskDetailModel(PublicTasks tasks, PublicPlans plans, PublicDrawStore draws, NamedItems items) : PageModel
{
    private const int Attempts = 50;

    public PublicTask Shown { get; private set; } = null!;

    public PublicPlan? Plan { get; private set; }

    public IReadOnlyList<PublicDraw> Draws { get; private set; } = [];

    public IReadOnlyList<(string Code, string? Name)> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await tasks.FindAsync(id, cancellation) is not { } task)
            return NotFound();
        Shown = task;
        Plan = task.PlanId.Length > 0 ? await plans.FindAsync(task.PlanId, cancellation) : null;
        Draws = (await draws.ListOfTaskAsync(id, Attempts, null, cancellation)).Items;
        Items = await items.OfAsync(task.ItemCodes, cancellation);
        return Page();
    }
}

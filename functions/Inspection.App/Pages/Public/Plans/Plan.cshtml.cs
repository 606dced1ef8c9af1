using Inspection.App.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>An approved yearly plan.</summary>
internal sealed class PlanModel(PublicPlans plans, NamedItems items) : PageModel
{
    public PublicPlan Plan { get; private set; } = null!;

    public IReadOnlyList<(string Code, string? Name)> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await plans.FindAsync(id, cancellation) is not { } plan)
            return NotFound();
        (Plan, Items) = (plan, await items.OfAsync(plan.ItemCodes, cancellation));
        return Page();
    }
}

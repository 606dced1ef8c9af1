using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages.Console;

/// <summary>The step that says what is inspected, by whom, when, and whom the task covers.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class DraftScopeModel(
    DraftDesk desk, PlanStore plans, CheckItemStore items, InspectorStore inspectors,
    EnterpriseStore enterprises, IOptions<RuleOptions> options)
    : DraftPage(desk)
{
    private static readonly (string, string)[] Fields =
    [
        ("title", "Form.Title"), ("plan", "Form.PlanId"), ("days", "Form.StartsOn"), ("departments", "Form.Departments"),
        ("department", "Form.Departments"), ("items", "Form.Items"), ("item-unpublished", "Form.Items"), ("target", "Form.Enterprises"),
    ];

    public override DraftStep Step => DraftStep.Scope;

    [BindProperty]
    public ScopeForm Form { get; set; } = new();

    public IReadOnlyList<YearlyPlan> Plans { get; private set; } = [];

    /// <summary>The departments of the directory, and those that were chosen before.</summary>
    public IReadOnlyList<string> Departments { get; private set; } = [];

    public IReadOnlyList<CheckItem> Items { get; private set; } = [];

    public IReadOnlyList<string> Districts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!FormResumption.IsResumed(HttpContext))
            Form = ScopeForm.Of(Draft.Terms);
        await FillAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Form.Check(ModelState, Words);
        await FillAsync(cancellation);
        return await SaveAsync(terms => Form.PutInto(terms, options.Value.TeamMinimum), Fields, cancellation);
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        Plans = await plans.AllAsync(cancellation).Where(plan => PlanningService.Concerns(plan.Terms.Departments, actor)).ToListAsync(cancellation);
        // What was withdrawn since stays to be seen, so that it can be taken out.
        Items = await items.ScanAsync(cancellation).Where(item => item.Published || Form.Items.Contains(item.Code)).ToListAsync(cancellation);
        var known = await inspectors.DepartmentsAsync(cancellation);
        Departments = [.. known.Concat(Form.Departments).Append(actor.Department).Where(static name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        Districts = [.. (await enterprises.DistrictsAsync(cancellation)).Concat(Form.Districts).Distinct()];
    }
}

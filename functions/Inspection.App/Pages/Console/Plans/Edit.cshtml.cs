using Azure;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Writes a plan or changes one, which then needs approval anew.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class PlanEditModel(
    PlanningService planning, PlanningRules rules, CheckItemStore items, InspectorStore inspectors, EnterpriseStore enterprises,
    LocalTime time, RefusalWords said, Words words) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["year"] = "Form.Year",
        ["title"] = "Form.Title",
        ["rates"] = "Form.Rates[0].Rate",
        ["unclassified"] = "Form.Unclassified",
        ["monthly"] = "Form.IsMonthly",
        ["departments"] = "Form.Teams",
        ["team-minimum"] = "Form.Teams",
        ["department"] = "Form.Teams",
        ["items"] = "Form.Items",
        ["item-unpublished"] = "Form.Items",
    };

    /// <summary>The plan's id in the address; null for a new one.</summary>
    [FromRoute]
    public string? Id { get; set; }

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public IReadOnlyList<CheckItem> Items { get; private set; } = [];

    public IReadOnlyList<string> Departments { get; private set; } = [];

    public IReadOnlyList<string> Districts { get; private set; } = [];

    public bool IsApproved { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var plan = Id is null ? null : await planning.FindPlanAsync(Id, User.Actor(), cancellation);
        if (Id is not null && plan is null)
            return NotFound();
        IsApproved = plan?.ApprovedBy.Length > 0;
        if (!FormResumption.IsResumed(HttpContext))
            Form = PlanForm.Of(plan?.Terms ?? NewTerms(), Departments, plan?.ETag.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var terms = Form.Read(ModelState, words);
        await foreach (var problem in rules.ProblemsAsync(terms, User.Actor(), cancellation))
            ModelState.AddModelError(Fields.GetValueOrDefault(problem.Rule, ""), said.Of(problem));
        if (!ModelState.IsValid)
            return this.Invalid();
        var outcome = Id is null
            ? await planning.CreatePlanAsync(terms, User.Actor(), cancellation)
            : await planning.ChangePlanAsync(Id, terms, new ETag(Form.Version ?? ""), User.Actor(), cancellation);
        if (outcome.IsRefused(out var refusal))
            return await RefuseAsync(refusal, terms, cancellation);
        return this.Done($"/console/plans/{outcome.Value.Id}", words["已保存，请负责人批准。", "Saved. A head approves it now."]);
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, PlanTerms typed, CancellationToken cancellation)
    {
        if (refusal.Kind == RefusalKind.Stale && await planning.FindPlanAsync(Id!, User.Actor(), cancellation) is { } stored)
        {
            Conflict = PlanConflict.Of(stored, typed, words);
            ModelState.Remove("Form.Version");
            Form.Version = stored.ETag.ToString();
        }

        return this.Refuse(refusal);
    }

    private PlanTerms NewTerms() => new()
    {
        Year = time.Today.Year, Title = $"{time.Today.Year}年度双随机抽查计划", ItemCodes = [], Departments = [],
    };

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Items = await items.ScanAsync(cancellation).Where(item => item.Published || Form.Items.Contains(item.Code)).ToListAsync(cancellation);
        Departments = await inspectors.DepartmentsAsync(cancellation);
        Districts = [.. (await enterprises.DistrictsAsync(cancellation)).Concat(Form.Districts).Distinct()];
    }
}

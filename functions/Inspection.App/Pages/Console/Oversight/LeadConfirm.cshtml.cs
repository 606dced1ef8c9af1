using Inspection.App.Directory;
using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages.Console;

/// <summary>Has a lead looked into: writes the targeted task, which the head approves.</summary>
[Authorize(Roles = $"{Role.Reviewer},{Role.Scheduler}")]
internal sealed class LeadConfirmModel(
    LeadStore leads, Triage triage, CheckItemStore items, InspectorStore inspectors, LocalTime time, IOptions<RuleOptions> rules, Words words) : PageModel
{
    private const int Days = 30;

    private static readonly (string, string)[] Fields =
    [
        ("uscc", "Form.Uscc"), ("title", "Form.Title"), ("target", "Form.Uscc"), ("items", "Form.Items"), ("item-unpublished", "Form.Items"),
        ("departments", "Form.Departments"), ("department", "Form.Departments"), ("team-minimum", "Form.Departments"),
        ("days", "Form.StartsOn"), ("entropy", "Form.Witnesses"), ("entropy-unproven", "Form.Kind"), ("no-beacon", "Form.Kind"), ("answer", "Form.Answer"),
    ];

    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public LeadForm Form { get; set; } = new();

    public Lead Lead { get; private set; } = null!;

    public int Size => rules.Value.TeamMinimum;

    public IReadOnlyList<Choice> Items { get; private set; } = [];

    public IReadOnlyList<Choice> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!FormResumption.IsResumed(HttpContext))
            Form = new LeadForm { Uscc = Lead.Uscc, StartsOn = time.Today, EndsOn = time.Today.AddDays(Days), Version = Lead.ETag.ToString("H") };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        foreach (var (day, field) in new[] { (Form.StartsOn, "Form.StartsOn"), (Form.EndsOn, "Form.EndsOn") })
        {
            if (day is null)
                ModelState.AddModelError(field, words["请填写日期。", "Give the day."]);
        }

        if (!ModelState.IsValid)
            return this.Invalid();
        var confirmed = await triage.ConfirmAsync(Id, Form.ToRequest(Size), new Azure.ETag(Form.Version), User.Actor(), cancellation);
        return confirmed.IsRefused(out var refusal)
            ? this.Refuse(refusal, Fields)
            : this.Done("/console/leads", words["已列入检查，任务等待负责人批准。", "It is to be inspected; the task waits for the head's approval."]);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await leads.FindAsync(Id, cancellation) is not { } lead)
            return false;
        Lead = lead;
        Items = await items.ScanAsync(cancellation).Where(static item => item.Published)
            .Select(static item => new Choice(item.Code, item.Name, item.Code)).ToListAsync(cancellation);
        Departments = [.. (await inspectors.DepartmentsAsync(cancellation)).Select(static department => new Choice(department, department))];
        return true;
    }
}

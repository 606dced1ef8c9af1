using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>The step that says how many inspectors of each department go to a visit, and with which skill.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class DraftTeamsModel(
    DraftDesk desk, DraftPreviews previews, InspectorStore inspectors, CheckItemStore items)
    : DraftPage(desk)
{
    private static readonly (string, string)[] Fields = [("departments", "Form.Rows"), ("team-minimum", "Form.Rows"), ("department", "Form.Rows")];

    public override DraftStep Step => DraftStep.Teams;

    [BindProperty]
    public TeamsForm Form { get; set; } = new();

    /// <summary>The skills that inspectors of the departments have.</summary>
    public IReadOnlyList<string> Skills { get; private set; } = [];

    /// <summary>The skills that the task's items ask for, each with the item.</summary>
    public IReadOnlyList<CheckItem> Asking { get; private set; } = [];

    public PreviewView Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!FormResumption.IsResumed(HttpContext))
            Form = TeamsForm.Of(Draft.Terms);
        await FillAsync(cancellation);
        return Page();
    }

    /// <summary>What the form would come to as it stands, for the script of the page.</summary>
    public async Task<IActionResult> OnGetPreviewAsync([FromQuery(Name = nameof(Form))] TeamsForm typed, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var state = new ModelStateDictionary();
        var teams = typed.Read(state, Words);
        var first = state.Values.SelectMany(static entry => entry.Errors).FirstOrDefault()?.ErrorMessage;
        Preview = first is null
            ? await PreviewView.OfAsync(previews, Draft.Terms with { Departments = teams })
            : new PreviewView(null, Refusal.Invalid("departments", first, first), "");
        return Partial("_Preview", Preview);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        await FillAsync(cancellation);
        var teams = Form.Read(ModelState, Words);
        return await SaveAsync(terms => terms with { Departments = teams }, Fields, cancellation);
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        Preview = await PreviewView.OfAsync(previews, Draft.Terms);
        var departments = DepartmentTeam.NamesOf(Draft.Terms.Departments);
        Skills = await inspectors.ScanAsync(cancellation).Where(profile => departments.Contains(profile.Department))
            .SelectMany(static profile => profile.Skills).Distinct().Order().ToListAsync(cancellation);
        var asking = new List<CheckItem>();
        foreach (var code in Draft.Terms.ItemCodes)
        {
            if (await items.GetAsync(code, cancellation) is { InspectorSkill.Length: > 0 } item)
                asking.Add(item);
        }

        Asking = asking;
    }
}

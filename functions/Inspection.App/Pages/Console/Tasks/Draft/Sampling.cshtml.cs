using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>The step that says how many of each class are drawn, beside what that comes to.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class DraftSamplingModel(DraftDesk desk, DraftPreviews previews) : DraftPage(desk)
{
    private static readonly (string, string)[] Fields = [("sampling", "Form.Mode"), ("reserve", "Form.Reserve")];

    public override DraftStep Step => DraftStep.Sampling;

    public bool IsTargeted => Draft.Terms.Target is not null;

    [BindProperty]
    public SamplingForm Form { get; set; } = new();

    public PreviewView Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!FormResumption.IsResumed(HttpContext))
            Form = SamplingForm.Of(Draft.Terms);
        Preview = await PreviewView.OfAsync(previews, Draft.Terms);
        return Page();
    }

    /// <summary>What the form would come to as it stands, for the script of the page.</summary>
    public async Task<IActionResult> OnGetPreviewAsync([FromQuery(Name = nameof(Form))] SamplingForm typed, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var state = new ModelStateDictionary();
        var (sampling, _) = typed.Read(state, Words);
        Preview = state.IsValid
            ? await PreviewView.OfAsync(previews, Draft.Terms with { Sampling = IsTargeted ? TaskSampling.Everybody : sampling })
            : new PreviewView(null, Refusal.Invalid("sampling", FirstOf(state), FirstOf(state)), "");
        return Partial("_Preview", Preview);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Preview = await PreviewView.OfAsync(previews, Draft.Terms);
        if (IsTargeted)
            return await SaveAsync(static terms => terms with { Sampling = TaskSampling.Everybody, Reserve = 0 }, Fields, cancellation);
        var (sampling, reserve) = Form.Read(ModelState, Words);
        return await SaveAsync(terms => terms with { Sampling = sampling, Reserve = reserve }, Fields, cancellation);
    }

    private static string FirstOf(ModelStateDictionary state) => state.Values.SelectMany(static entry => entry.Errors).First().ErrorMessage;
}

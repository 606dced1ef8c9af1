using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>The step that says where the randomness comes from, and when the list is published.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class DraftRandomnessModel(DraftDesk desk, EntropySource entropy) : DraftPage(desk)
{
    private static readonly (string, string)[] Fields = [("entropy", "Form.Witnesses")];

    public override DraftStep Step => DraftStep.Randomness;

    [BindProperty]
    public RandomnessForm Form { get; set; } = new();

    /// <summary>Why a kind cannot be used here now; null where it can.</summary>
    public Refusal? WhyNot(EntropyKind kind) => entropy.ProblemWith(kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!FormResumption.IsResumed(HttpContext))
            Form = RandomnessForm.Of(Draft.Terms);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var typed = Form.Read(ModelState, Words);
        return await SaveAsync(
            terms => terms with { Entropy = typed, ListPublished = Form.ListPublished, Disclosure = Form.Disclosure }, Fields, cancellation);
    }
}

using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>Where a drawn enterprise is replaced by its next reserve, or an inspector by the next substitute: nobody chooses who comes.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class ReplaceModel(DrawService service, Replacing replacing, SelectionStore selections, SelectionViews views, Words words)
    : ConsoleDrawPage(service)
{
    /// <summary>The enterprise, whose own place or whose inspector's is taken.</summary>
    [FromRoute]
    public string Uscc { get; set; } = "";

    /// <summary>The inspector who is replaced; empty for the enterprise itself.</summary>
    [BindProperty(SupportsGet = true, Name = "inspector")]
    public string? InspectorId { get; set; }

    [BindProperty]
    public ReplacementReason? Reason { get; set; }

    public SelectionView Selection { get; private set; } = null!;

    /// <summary>What would happen; not there where nobody has been chosen or nothing can happen.</summary>
    public Replacement? Next { get; private set; }

    /// <summary>Who would step in, by name.</summary>
    public SelectionView? Reserve { get; private set; }

    public Refusal? WhyNot { get; private set; }

    public bool IsOfInspector => !string.IsNullOrEmpty(InspectorId);

    public IEnumerable<ReplacementReason> Reasons => Enum.GetValues<ReplacementReason>()
        .Where(reason => Replacement.Fits(IsOfInspector ? ReplacementKind.Inspector : ReplacementKind.Enterprise, reason));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
            return NotFound();
        if (Reason is null)
        {
            ModelState.AddModelError(nameof(Reason), words["请选择原因", "Choose a reason"]);
            return this.Invalid();
        }

        var outcome = await replacing.ReplaceAsync(Draw, Uscc, RequestOf(Reason.Value), Actor, cancellation);
        if (outcome.IsRefused(out var refusal))
            return this.Refuse(refusal, ("reason", nameof(Reason)));
        return this.Done(DrawPath, IsOfInspector
            ? words["检查人员已更换，更换的原因已公开（不含姓名）。", "The inspector is replaced, and the reason is public, without names."]
            : words["企业已由备选替补，更换已公开。", "The next reserve has stepped in, and that is public."]);
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || await selections.FindAsync(Id, Uscc, cancellation) is not { } selected)
            return false;
        Selection = (await ViewsOfAsync(selected, cancellation))[0];
        var outcome = await replacing.LookAsync(Draw, Uscc, RequestOf(Reasons.First()), Actor, cancellation);
        WhyNot = outcome.Refusal;
        if (outcome.Refusal is null)
            Next = outcome.Value;
        if (Next is { ReplacedBy.Length: > 0 } next && await selections.FindAsync(Id, next.ReplacedBy, cancellation) is { } reserve)
            Reserve = (await ViewsOfAsync(reserve, cancellation))[0];
        return true;
    }

    private async Task<IReadOnlyList<SelectionView>> ViewsOfAsync(Selected selected, CancellationToken cancellation) =>
        await views.OfAsync([selected], await selections.ReplacementsAsync(Id, cancellation), cancellation);

    private ReplaceRequest RequestOf(ReplacementReason reason) => new(reason, IsOfInspector ? InspectorId : null);
}

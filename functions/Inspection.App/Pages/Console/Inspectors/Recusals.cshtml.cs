using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The recusals of an inspector: one person declares, another one confirms.</summary>
[Authorize(Roles = DirectoryRoles.Recusers)]
internal sealed class InspectorRecusalsModel(InspectorStore store, RecusalDesk desk, Words words) : PageModel
{
    [FromRoute]
    public string InspectorId { get; set; } = "";

    [BindProperty]
    public string? Uscc { get; set; }

    [BindProperty]
    public string? Grounds { get; set; }

    public InspectorProfile Inspector { get; private set; } = null!;

    public IEnumerable<Recusal> Open => Inspector.Recusals.Where(recusal => recusal.State == RecusalState.Declared);

    private string Here => $"/console/inspectors/{Uri.EscapeDataString(InspectorId)}/recusals";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await desk.DeclareAsync(InspectorId, Uscc ?? "", Grounds ?? "", User.Actor(), cancellation);
        return await AnswerAsync(outcome, words["已申报，请另一个人确认。", "Declared. A second person has to confirm it."], cancellation);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        var outcome = await desk.ConfirmAsync(InspectorId, Uscc ?? "", User.Actor(), cancellation);
        return await AnswerAsync(outcome, words["已确认，从现在起抽取时回避。", "Confirmed. Draws keep to it from now on."], cancellation);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<Recusal> outcome, string notice, CancellationToken cancellation)
    {
        if (!outcome.IsRefused(out var refusal))
            return this.Done(Here, notice);
        if (!await LoadAsync(cancellation))
            return NotFound();
        var isGrounds = refusal.Detail.StartsWith("grounds", StringComparison.Ordinal);
        return this.Refuse(refusal, ("bad-value", isGrounds ? nameof(Grounds) : nameof(Uscc)), ("already-recused", nameof(Uscc)));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await store.GetAsync(InspectorId, cancellation) is not { } found)
            return false;
        Inspector = found;
        return true;
    }
}

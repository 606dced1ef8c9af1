using Inspection.App.Draws;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>Where one person asks to void a draw and a second one confirms it.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head}")]
internal sealed class VoidDrawModel(DrawService service, Voiding voiding, Words words) : ConsoleDrawPage(service)
{
    /// <summary>Why; it becomes public.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Typed { get; set; }

    /// <summary>Whose wish the reader saw and confirms; empty where there was none.</summary>
    [BindProperty]
    public string? Confirms { get; set; }

    /// <summary>What is typed before the step that cannot be taken back.</summary>
    public string Phrase => words["作废", "void"];

    public bool CanAsk => Draw is { State: DrawState.Committed or DrawState.Drawn, VoidRequest: null };

    public bool CanConfirm => Draw is { State: DrawState.Committed or DrawState.Drawn, VoidRequest: { } wish } && wish.By != Actor.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        // Whoever means to ask must not confirm somebody else's wish of the same moment unseen.
        if (Draw.State != DrawState.Voided && (Draw.VoidRequest?.By ?? "") != (Confirms ?? ""))
        {
            ModelState.Remove(nameof(Confirms));
            ModelState.AddModelError("", words["作废申请刚刚有了变化，请看下面现在的情况。", "The wish to void it changed just now; see below how it stands."]);
            return this.Invalid();
        }

        if (CanConfirm && !ModelState.IsTyped(nameof(Typed), Typed, Phrase, words))
            return this.Invalid();
        var outcome = await voiding.VoidAsync(Id, Draw.VoidRequest?.Reason ?? Reason?.Trim() ?? "", Actor, cancellation);
        if (outcome.IsRefused(out var refusal))
            return this.Refuse(refusal, ("reason", nameof(Reason)));
        return this.Done(DrawPath, outcome.Value.State == DrawState.Voided
            ? words["已作废。公告、记录和理由继续公开。", "Voided. Notice, record and reason stay public."]
            : words["已申请作废，要由另一个人确认才生效。", "Asked for; a second person has to confirm it."]);
    }
}

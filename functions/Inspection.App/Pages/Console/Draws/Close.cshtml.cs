using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>Ends a draw whose visits are over, which publishes what was withheld.</summary>
[Authorize(Roles = Role.Head)]
internal sealed class CloseDrawModel(DrawService service, Closing closing, LocalTime time, Words words) : ConsoleDrawPage(service)
{
    [BindProperty]
    public string? Typed { get; set; }

    public bool IsOver => time.Today > Draw.EndsOn;

    public string Phrase => words["办结", "close"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Draw.State == DrawState.Drawn && IsOver && !ModelState.IsTyped(nameof(Typed), Typed, Phrase, words))
            return this.Invalid();
        var outcome = await closing.CloseAsync(Id, cancellation);
        return outcome.IsRefused(out var refusal)
            ? this.Refuse(refusal)
            : this.Done(DrawPath, words["已办结，此前保留的内容已公开。", "Closed; what was withheld is public."]);
    }
}

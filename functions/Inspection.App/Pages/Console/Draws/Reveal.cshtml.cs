using Inspection.App.Draws;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>Draws at once what would be drawn by itself within a minute.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class RevealDrawModel(DrawService service, Words words, TimeProvider clock) : ConsoleDrawPage(service)
{
    private readonly DrawService service = service;

    public bool CanReveal => Draw.State == DrawState.Committed;

    public DrawStage Stage => DrawStages.Of(Draw, clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (await service.RevealAsync(Id) is not { } outcome)
            return this.Done(DrawPath, words["正在抽取，企业较多时需要一会儿。", "The draw is being made, which takes a while with many enterprises."]);
        return outcome.IsRefused(out var refusal)
            ? this.Refuse(refusal)
            : this.Done(DrawPath, words[$"抽取完成：从 {outcome.Value.RosterSize} 户中抽取了 {outcome.Value.Selected} 户。", $"Drawn: {outcome.Value.Selected} of {outcome.Value.RosterSize} enterprises."]);
    }
}

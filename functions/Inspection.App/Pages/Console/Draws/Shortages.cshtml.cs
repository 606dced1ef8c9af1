using Inspection.App.Draws;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>Draws inspectors for teams that are short, by notices of their own.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class ShortagesModel(DrawService service, Shortages shortages, Words words) : ConsoleDrawPage(service)
{
    private readonly DrawService service = service;

    public IReadOnlyList<ShortGroup> Groups { get; private set; } = [];

    [BindProperty]
    public string? Typed { get; set; }

    /// <summary>How many visits are filled: what is typed to confirm.</summary>
    public string Phrase => words.Number(Groups.Sum(static group => group.Visits));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
            return NotFound();
        if (Groups.Count > 0 && !ModelState.IsTyped(nameof(Typed), Typed, Phrase, words))
            return this.Invalid();
        var outcome = await service.SupplementAsync(Draw, Actor, cancellation);
        if (outcome.IsRefused(out var refusal))
            return this.Refuse(refusal);
        foreach (var one in outcome.Value)
            TempData.Keep(one.Draw.Id, one.Links);
        var first = outcome.Value[0];
        return this.Done(
            ConsoleDrawPage.PathOf(first.Draw.Id) + (first.Links.Count > 0 ? "/links" : ""),
            words[$"发布了 {outcome.Value.Count} 份补充抽取公告。", $"{outcome.Value.Count} notices of supplementary draws were published."]);
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return false;
        Groups = await shortages.LookAsync(Draw, cancellation);
        return true;
    }
}

using Inspection.App.Outcomes;
using Inspection.App.Oversight;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>One enterprise that the rule of the watch list speaks of, and what the head decides on it.</summary>
[Authorize(Roles = $"{Role.Head},{Role.Reviewer},{Role.Auditor}")]
internal sealed class WatchEntryModel(WatchListStore watch, WatchDesk desk, Words words) : PageModel
{
    [FromRoute]
    public string Uscc { get; set; } = "";

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string Version { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public WatchEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Guidance> Guidance { get; private set; } = [];

    public bool IsHead => User.Actor().Is(Role.Head);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        return Page();
    }

    public Task<IActionResult> OnPostEnterAsync(CancellationToken cancellation) => DecideAsync(desk.EnterAsync, cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) => DecideAsync(desk.DeclineAsync, cancellation);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation) => DecideAsync(desk.KeepAsync, cancellation);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) => DecideAsync(desk.RemoveAsync, cancellation);

    private async Task<IActionResult> DecideAsync(
        Func<string, string, Azure.ETag?, Actor, CancellationToken, Task<Outcome<WatchEntry>>> decide, CancellationToken cancellation)
    {
        if (!IsHead)
            return Forbid();
        var decided = await decide(Uscc, RecordInput.Plain(Reason), new Azure.ETag(Version), User.Actor(), cancellation);
        if (!decided.IsRefused(out var refusal))
            return this.Done($"/console/watch/{Uscc}", words[$"已决定：{words.Of(decided.Value.State)}。", $"Decided: {words.Of(decided.Value.State)}."]);
        ModelState.Remove(nameof(Version));
        return await FindAsync(cancellation) ? this.Refuse(refusal, ("reason", nameof(Reason))) : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await watch.FindAsync(Uscc, cancellation) is not { } entry)
            return false;
        (Entry, Version) = (entry, entry.ETag.ToString("H"));
        Guidance = await watch.GuidanceAsync(Uscc, cancellation);
        return true;
    }
}

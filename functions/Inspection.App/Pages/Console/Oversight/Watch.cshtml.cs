using Inspection.App.Outcomes;
using Inspection.App.Oversight;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The watch list 重点关注企业名单 with its warnings and proposals.</summary>
[Authorize(Roles = $"{Role.Head},{Role.Reviewer},{Role.Auditor}")]
internal sealed class WatchListModel(WatchListStore watch) : PageModel
{
    private const int Rows = 50;

    /// <summary>Only those that stand there; all where nothing is said.</summary>
    [FromQuery(Name = "show")]
    public WatchState? State { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<WatchEntry> Entries { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Entries = await watch.ListAsync(State, Rows, Cursor, cancellation);
}

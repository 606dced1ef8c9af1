using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Published results with a problem that is pending, the oldest first.</summary>
[Authorize(Roles = Role.Reviewer)]
internal sealed class FollowUpListModel(WaitingResults waiting) : PageModel
{
    private const int Rows = 30;

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<WaitingResult> Results { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Results = await waiting.FollowUpsAsync(User.Actor(), Rows, Cursor, cancellation);
}

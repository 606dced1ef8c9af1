using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>An inspector's own visits, the newest tasks first.</summary>
[Authorize(Roles = Role.Inspector)]
internal sealed class VisitListModel(VisitsAtHand visits, RefusalWords said) : PageModel
{
    private const int Rows = 20;

    /// <summary>Which visits are shown; the filter stands in the address.</summary>
    [FromQuery(Name = "show")]
    public VisitChoice Choice { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<VisitAtHand> Visits { get; private set; } = new([], null);

    /// <summary>Why there is no list, in the reader's language.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = await visits.ListAsync(User.Actor(), Choice.ToFilter(), Rows, Cursor, cancellation);
        if (found.IsRefused(out var refusal))
            Problem = said.Of(refusal);
        else
            Visits = found.Value;
    }
}

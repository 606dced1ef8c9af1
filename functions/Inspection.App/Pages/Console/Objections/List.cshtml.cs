using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Objections that are not settled, the oldest first.</summary>
[Authorize(Roles = VisitAccess.Overseers)]
internal sealed class ObjectionListModel(WaitingObjections waiting) : PageModel
{
    private const int Rows = 30;

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<Objection> Objections { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Objections = await waiting.ListAsync(User.Actor(), Rows, Cursor, cancellation);
}

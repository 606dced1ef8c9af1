using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>One visit: where, with whom, what to check, by when, and what can be done now.</summary>
[Authorize(Roles = VisitAccess.Readers)]
internal sealed class VisitModel(VisitsAtHand visits, RefusalWords said) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    public VisitAddress At => new(DrawId, Uscc);

    /// <summary>Null where there is no visit to be made, though there was one.</summary>
    public VisitAtHand? Visit { get; private set; }

    /// <summary>Why there is none.</summary>
    public string Problem { get; private set; } = "";

    public bool IsWriter { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = await visits.FindAsync(At.Id, User.Actor(), cancellation);
        if (found.IsRefused(out var refusal))
        {
            if (refusal.Kind == RefusalKind.NotFound)
                return NotFound();
            Problem = said.Of(refusal);
            return Page();
        }

        Visit = found.Value;
        IsWriter = Visit.IsWrittenBy(User.Actor());
        return Page();
    }
}

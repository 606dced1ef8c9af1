using Inspection.App.Oversight;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>What the draws of a period show about their fairness.</summary>
[Authorize(Roles = Role.Auditor)]
internal sealed class FairnessModel(FairnessReader reader) : PageModel
{
    /// <summary>The first day of the tasks that are looked at; without it, the year's.</summary>
    [FromQuery]
    public DateOnly? From { get; set; }

    /// <summary>Their last first day; without it, the last day of the first's year.</summary>
    [FromQuery]
    public DateOnly? To { get; set; }

    /// <summary>Null where the period is none.</summary>
    public FairnessView? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = await reader.ReadAsync(From, To, cancellation);
        if (found.IsRefused(out var refusal))
            return this.Refuse(refusal, ("days", nameof(From)));
        Found = found.Value;
        (From, To) = (Found.From, Found.To);
        return Page();
    }
}

using Inspection.App.Oversight;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>What becomes of a lead, and the way from a receipt to it.</summary>
internal sealed class LeadsModel(Reporting reporting) : PageModel
{
    /// <summary>The receipt as it was typed; it is not shown again, since it is a secret.</summary>
    [FromQuery(Name = "receipt")]
    public string? Typed { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Typed))
            return Page();
        Response.Headers.CacheControl = "no-store";
        // Copied with blanks or in capitals, it is the same receipt.
        var receipt = string.Concat(Typed.Where(static c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (await reporting.FindAsync(receipt, cancellation) is not null)
            return RedirectToPage("/Public/Leads/Receipt", new { receipt });
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}

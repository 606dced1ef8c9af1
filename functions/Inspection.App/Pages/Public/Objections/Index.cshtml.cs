using Inspection.App.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>What an objection is, and the way from a receipt to its answer.</summary>
internal sealed class ObjectionsModel(PublicObjectionStore objections) : PageModel
{
    /// <summary>The receipt as it was typed.</summary>
    [FromQuery(Name = "receipt")]
    public string? Typed { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Typed))
            return Page();
        // Copied with blanks or in capitals, it is the same receipt.
        var receipt = string.Concat(Typed.Where(static c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (await objections.FindAsync(receipt, cancellation) is not null)
            return RedirectToPage("/Public/Objections/Receipt", new { receipt });
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}

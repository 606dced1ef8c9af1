using Inspection.App.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Recomputes the ledger, a part at a time.</summary>
internal sealed class LedgerVerifyModel(LedgerReader ledger, LedgerVerification verification) : PageModel
{
    public LedgerReport Report { get; private set; } = null!;

    public long Last { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation, long from = 1)
    {
        Last = await ledger.LastNumberAsync(cancellation);
        if (from < 1 || from > Last + 1)
            return NotFound();
        Report = await verification.VerifyAsync(from, null, cancellation);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}

using Inspection.App.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>One entry of the ledger.</summary>
internal sealed class LedgerEntryModel(LedgerReader ledger) : PageModel
{
    public LedgerRow Entry { get; private set; } = null!;

    public bool IsLast { get; private set; }

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken cancellation)
    {
        if (await ledger.FindAsync(number, cancellation) is not { } entry)
            return NotFound();
        Entry = new LedgerRow(entry);
        IsLast = await ledger.LastNumberAsync(cancellation) <= number;
        return Page();
    }
}

using Inspection.App.Ledger;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>The ledger, newest entry first.</summary>
internal sealed class LedgerListModel(LedgerReader ledger) : PageModel
{
    private const int Rows = 40;

    public Page<LedgerRow> Entries { get; private set; } = new([], null);

    public long Last { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellation)
    {
        var page = await ledger.PageAsync(LedgerOrder.NewestFirst, cursor, Rows, cancellation);
        if (page.IsRefused(out _))
            return BadRequest();
        Last = await ledger.LastNumberAsync(cancellation);
        Entries = new Page<LedgerRow>([.. page.Value.Items.Select(static entry => new LedgerRow(entry))], page.Value.Next);
        return Page();
    }
}

using Inspection.App.Draws;
using Inspection.App.Ledger;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>The first page: what people come for, and what happened last.</summary>
internal sealed class IndexModel(PublicDrawStore draws, LedgerReader ledger) : PageModel
{
    private const int Latest = 5;

    public IReadOnlyList<PublicDraw> Draws { get; private set; } = [];

    public long LedgerEntries { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Draws = (await draws.ListAsync(Latest, null, cancellation)).Items;
        LedgerEntries = await ledger.LastNumberAsync(cancellation);
    }
}

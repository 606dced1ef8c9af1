using Inspection.App.Draws;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>The first page: the search box, what happened last, and the year in figures.</summary>
internal sealed class IndexModel(PublicDrawStore draws, ResultFinder results, LedgerReader ledger, LocalTime local) : PageModel
{
    private const int Latest = 5;

    // More draws than a district makes in a year; a page reads no more than this.
    private const int OfYear = 200;

    public IReadOnlyList<PublicDraw> Draws { get; private set; } = [];

    public IReadOnlyList<PublicResult> Results { get; private set; } = [];

    /// <summary>The random draws of enterprises in the last twelve months that were made and stand.</summary>
    public IReadOnlyList<PublicDraw> Year { get; private set; } = [];

    public long LedgerEntries { get; private set; }

    public DateTimeOffset? UpdatedAt => Draws.Select(static draw => (DateTimeOffset?)DrawTimeline.LastOf(draw))
        .Concat(Results.Select(static result => (DateTimeOffset?)result.UpdatedAt))
        .Max();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var known = (await draws.ListAsync(OfYear, null, cancellation)).Items;
        var yearAgo = local.Now.AddYears(-1);
        Draws = [.. known.Take(Latest)];
        Year = [.. known.Where(draw => DrawKind.IsOfEnterprises(draw) && draw.DrawnAt > yearAgo && draw.State != PublicDrawState.Voided)];
        Results = [.. (await results.FindAsync(new ResultQuery(), null, Latest, cancellation)).Rows.Select(static row => row.Result)];
        LedgerEntries = await ledger.LastNumberAsync(cancellation);
    }
}

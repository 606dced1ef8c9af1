using Inspection.App.Outcomes;
using Inspection.App.Publication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Every published result of an enterprise, also of one that is closed by now.</summary>
internal sealed class EnterpriseModel(ResultFinder finder) : PageModel
{
    private const int Rows = 50;

    public string Uscc { get; private set; } = "";

    public Page<PublicResult> Results { get; private set; } = new([], null);

    /// <summary>The name under which a result of it was last published; empty where none is.</summary>
    public string Name => Results.Items.Count == 0 ? "" : Results.Items[0].Name;

    public async Task<IActionResult> OnGetAsync(string uscc, string? cursor, CancellationToken cancellation)
    {
        var query = new ResultQuery().WithCode(uscc);
        if (query.IsRefused(out _))
            return NotFound();
        // One address for each enterprise, however its code was typed.
        if (query.Value.Uscc != uscc)
            return RedirectToPage(new { uscc = query.Value.Uscc });
        var page = await finder.FindAsync(query.Value, cursor, Rows, cancellation);
        Uscc = uscc;
        Results = new Page<PublicResult>([.. page.Rows.Select(static row => row.Result)], page.Next);
        return Page();
    }
}

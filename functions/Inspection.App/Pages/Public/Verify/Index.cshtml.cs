using Inspection.App.Draws;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Recomputes a draw in the reader's browser. The server only says which draws there are.</summary>
internal sealed class VerifyModel(PublicDrawStore draws) : PageModel
{
    private const int Newest = 100;

    /// <summary>The newest draws, and the one that the address names if it is older.</summary>
    public IReadOnlyList<PublicDraw> Draws { get; private set; } = [];

    /// <summary>The draw that is chosen to begin with; empty for the newest.</summary>
    public string Chosen { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? draw, CancellationToken cancellation)
    {
        Draws = (await draws.ListAsync(Newest, null, cancellation)).Items;
        if (string.IsNullOrEmpty(draw))
            return Page();
        Chosen = draw;
        if (Draws.Any(one => one.Id == draw))
            return Page();
        if (await draws.FindAsync(draw, cancellation) is not { } older)
            return NotFound();
        Draws = [older, .. Draws];
        return Page();
    }
}

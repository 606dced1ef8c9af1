using Inspection.App.Outcomes;
using Inspection.App.Publication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Every correction of a published result, the newest first.</summary>
internal sealed class CorrectionsModel(PublicCorrectionStore corrections) : PageModel
{
    private const int Rows = 30;

    public Page<PublicCorrection> Corrections { get; private set; } = new([], null);

    public async Task OnGetAsync(string? cursor, CancellationToken cancellation) => Corrections = await corrections.ListAsync(Rows, cursor, cancellation);
}

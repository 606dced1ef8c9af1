using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>One published result with all that became of it.</summary>
internal sealed class ResultDetailModel(PublicResultStore results, PublicDrawStore draws, ResultTimeline timeline) : PageModel
{
    public PublicResult Result { get; private set; } = null!;

    /// <summary>Why the enterprise was named; null where it was drawn at random.</summary>
    public TargetGrounds? Target { get; private set; }

    public IReadOnlyList<Happening> Timeline => timeline.Of(Result);

    /// <summary>What it said before the newest revision, newest first.</summary>
    public IEnumerable<PublicRevision> Earlier => Result.Revisions.Where(revision => revision.Number < Result.Revision).Reverse();

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await results.FindAsync(id, cancellation) is not { } row)
            return NotFound();
        Result = row.Result;
        Target = (await draws.FindAsync(Result.DrawId, cancellation))?.Target;
        return Page();
    }
}

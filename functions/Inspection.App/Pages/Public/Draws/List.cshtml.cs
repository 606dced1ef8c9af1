using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Every draw, newest notice first.</summary>
internal sealed class DrawListModel(PublicDrawStore draws) : PageModel
{
    private const int Rows = 30;

    public Page<PublicDraw> Draws { get; private set; } = new([], null);

    /// <summary>When one of the listed draws last went on.</summary>
    public DateTimeOffset? UpdatedAt => Draws.Items.Count == 0 ? null : Draws.Items.Max(static draw => DrawTimeline.LastOf(draw));

    public async Task OnGetAsync(string? cursor, CancellationToken cancellation) =>
        Draws = await draws.ListAsync(Rows, cursor, cancellation);
}

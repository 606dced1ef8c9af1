using Inspection.App.Publication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>What can be read by programs, and the files of everything.</summary>
internal sealed class OpenDataModel(BulkStore files) : PageModel
{
    /// <summary>The months with files, the newest first.</summary>
    public IReadOnlyList<BulkMonth> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Months = await files.AllAsync(cancellation).ToListAsync(cancellation);
}

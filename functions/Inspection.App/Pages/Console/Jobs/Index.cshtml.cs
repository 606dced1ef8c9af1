using Inspection.App.Jobs;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>What the calendar does, and whether it did.</summary>
[Authorize(Roles = $"{Role.Administrator},{Role.Auditor},{Role.Scheduler}")]
internal sealed class JobsModel(JobBoard board) : PageModel
{
    public IReadOnlyList<JobView> Jobs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Jobs = await board.ListAsync(cancellation);
}

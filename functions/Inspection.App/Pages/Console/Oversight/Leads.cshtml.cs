using Inspection.App.Outcomes;
using Inspection.App.Oversight;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Leads (线索) from the public, by the day on which they came.</summary>
[Authorize(Roles = $"{Role.Reviewer},{Role.Scheduler}")]
internal sealed class LeadListModel(LeadStore leads) : PageModel
{
    private const int Rows = 30;

    /// <summary>Only those that stand there; all where nothing is said.</summary>
    [FromQuery(Name = "show")]
    public LeadState? State { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<Lead> Leads { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Leads = await leads.ListAsync(State, Rows, Cursor, cancellation);
}

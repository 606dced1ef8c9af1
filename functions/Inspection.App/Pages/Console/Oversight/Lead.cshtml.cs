using Inspection.App.Oversight;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>One lead: what was reported, and what is decided on it.</summary>
[Authorize(Roles = $"{Role.Reviewer},{Role.Scheduler}")]
internal sealed class LeadModel(LeadStore leads, LeadSeal seal, Triage triage, Words words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string Version { get; set; } = "";

    /// <summary>What the reporter is told.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    public Lead Lead { get; private set; } = null!;

    public LeadContact? Contact { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        return Page();
    }

    /// <summary>Does not follow it; the reporter is told why.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var dismissed = await triage.DismissAsync(Id, new LeadDismissal(RecordInput.Plain(Answer)), new Azure.ETag(Version), User.Actor(), cancellation);
        if (!dismissed.IsRefused(out var refusal))
            return this.Done("/console/leads", words["已办结：不予核查，理由告诉了反映人。", "Decided: not followed, and the reporter is told why."]);
        ModelState.Remove(nameof(Version));
        return await FindAsync(cancellation) ? this.Refuse(refusal, ("answer", nameof(Answer))) : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await leads.FindAsync(Id, cancellation) is not { } lead)
            return false;
        (Lead, Contact, Version) = (lead, seal.Open(lead), lead.ETag.ToString("H"));
        return true;
    }
}

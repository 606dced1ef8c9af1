using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Where a witness gives digits; the secret in the address says who it is, so nothing repeats or keeps the address.</summary>
internal sealed class ContributeModel(Ceremony ceremony) : PageModel
{
    /// <summary>What the witness is asked; null where the link is not valid.</summary>
    public ContributionRequest? Asked { get; private set; }

    /// <summary>Why what was sent was not taken; null where nothing was sent.</summary>
    public Refusal? Refused { get; private set; }

    [FromForm(Name = "digits")]
    public string? Digits { get; set; }

    /// <summary>What was typed without the blanks by which people group digits.</summary>
    public string Typed => string.Concat((Digits ?? "").Where(static c => !char.IsWhiteSpace(c)));

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken cancellation) => await ShowAsync(link, cancellation);

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellation)
    {
        var outcome = await ceremony.ContributeAsync(link, Typed, cancellation);
        // Sent twice, the second finds the receipt of the first.
        if (!outcome.IsRefused(out var refusal) || refusal.Rule == Ceremony.AlreadyContributedRule)
            return RedirectToPage();
        Refused = refusal;
        return await ShowAsync(link, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string link, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var asked = await ceremony.AskAsync(link, cancellation);
        Response.StatusCode = asked.IsRefused(out _) ? StatusCodes.Status404NotFound
            : Refused is null ? StatusCodes.Status200OK
            : Refused.Kind.Status();
        Asked = asked.Refusal is null ? asked.Value : null;
        return Page();
    }
}

using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>Makes the certificate of one enterprise, by which it checks its own lot.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Auditor}")]
internal sealed class DrawCertificateModel(DrawService service, Certificates certificates, RefusalWords said) : ConsoleDrawPage(service)
{
    [FromQuery(Name = "uscc")]
    public string? Uscc { get; set; }

    /// <summary>Why none was made; null where none was asked for.</summary>
    public string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Uscc))
            return Page();
        var made = UnifiedSocialCreditCode.TryParse(Uscc.Trim().ToUpperInvariant(), out var code, out var problem)
            ? await certificates.MakeAsync(Draw, code, cancellation)
            : Refusal.Invalid("uscc", problem);
        if (!made.IsRefused(out var refusal))
            return File(made.Value, "application/json", $"{Id}-{code}.json");
        Response.StatusCode = refusal.Kind.Status();
        WhyNot = said.Of(refusal);
        return Page();
    }
}

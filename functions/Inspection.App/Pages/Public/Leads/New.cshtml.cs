using Inspection.App.Outcomes;
using Inspection.App.Oversight;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Inspection.App.Pages;

/// <summary>What is filled in to report something.</summary>
public sealed record LeadForm
{
    public string? Subject { get; set; }

    public string? Uscc { get; set; }

    public string? Text { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Hidden from people; see <see cref="LeadRequest"/>.</summary>
    public string? Website { get; set; }
}

/// <summary>Where anybody reports something about an enterprise, with a name or without.</summary>
[EnableRateLimiting(PublicAnswers.Forms)]
internal sealed class NewLeadModel(Reporting reporting) : PageModel
{
    /// <summary>Which field each rule is about.</summary>
    internal static readonly (string Rule, string Field)[] Fields =
    [
        ("subject", "Form.Subject"), ("uscc", "Form.Uscc"), ("text", "Form.Text"), ("name", "Form.Name"), ("contact", "Form.Phone"),
        ("evidence-size", "Files"), ("evidence-type", "Files"), ("lead-files", "Files"),
    ];

    [BindProperty]
    public LeadForm Form { get; set; } = new();

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public int MostFiles => reporting.MostFiles;

    public int MostMegabytes => reporting.MostMegabytes;

    /// <param name="uscc">The enterprise, where the reader comes from its page.</param>
    public void OnGet(string? uscc)
    {
        Response.Headers.CacheControl = "no-store";
        Form.Uscc = uscc;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        // A file that cannot be taken is said before the lead is; afterwards the reporter could not send it again.
        if (await reporting.ProblemOfAsync(Files, cancellation) is { } unfit)
            return this.Refuse(unfit, Fields);
        var code = string.Concat((Form.Uscc ?? "").Where(static c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var made = await reporting.ReportAsync(
            new LeadRequest(Form.Subject ?? "", Form.Text ?? "", code, Form.Name, Form.Phone?.Trim(), Form.Email?.Trim(), Form.Website), cancellation);
        if (made.IsRefused(out var refusal))
            return this.Refuse(refusal, Fields);
        foreach (var file in Files)
        {
            await using var content = file.OpenReadStream();
            await reporting.AddFileAsync(made.Value.Receipt, file.FileName, content, cancellation);
        }

        return new LocalRedirectResult($"{Request.PathBase}/leads/{made.Value.Receipt}");
    }
}

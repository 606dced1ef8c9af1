using Inspection.App.Outcomes;
using Inspection.App.Publication;
using Inspection.App.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Inspection.App.Pages;

/// <summary>What is filled in to object.</summary>
public sealed record ObjectionForm
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Text { get; set; }

    /// <summary>Hidden from people; see <see cref="ObjectionRequest"/>.</summary>
    public string? Website { get; set; }
}

/// <summary>Where an enterprise objects to a published result.</summary>
[EnableRateLimiting(PublicAnswers.Forms)]
internal sealed class NewObjectionModel(Objecting objecting, PublicResultStore results) : PageModel
{
    /// <summary>The result, by the address; null where none is chosen yet.</summary>
    public PublicResult? Result { get; private set; }

    [BindProperty]
    public ObjectionForm Form { get; set; } = new();

    [FromQuery(Name = "result")]
    public string ResultId { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return ResultId.Length > 0 && Result is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Result is null)
            return NotFound();
        var made = await objecting.ObjectAsync(
            new ObjectionRequest(ResultId, Form.Name ?? "", Form.Text ?? "", Form.Phone?.Trim(), Form.Email?.Trim(), Form.Website), cancellation);
        return made.IsRefused(out var refusal)
            ? this.Refuse(refusal, ("name", "Form.Name"), ("contact", "Form.Phone"), ("text", "Form.Text"))
            : new LocalRedirectResult($"{Request.PathBase}/objections/{made.Value.Receipt}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Result = ResultId.Length > 0 ? (await results.FindAsync(ResultId, cancellation))?.Result : null;
    }
}

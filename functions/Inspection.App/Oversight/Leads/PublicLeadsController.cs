using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Inspection.App.Oversight;

/// <summary>Leads (线索) about enterprises, by everybody, with a name or without. Only the receipt shows what becomes of one.</summary>
[ApiController]
[Route("api/v1/public/leads")]
[AllowAnonymous]
internal sealed class PublicLeadsController(Reporting reporting) : ControllerBase
{
    /// <summary>Reports something. Nothing of it ever becomes public; the receipt is shown this once.</summary>
    [HttpPost]
    [EnableRateLimiting(PublicAnswers.Forms)]
    [ProducesResponseType<ReceivedLead>(StatusCodes.Status201Created)]
    public async Task<ActionResult<ReceivedLead>> Report(LeadRequest request, CancellationToken cancellation)
    {
        var made = await reporting.ReportAsync(request, cancellation);
        return made.IsRefused(out var refusal) ? refusal.ToProblem() : Created($"/api/v1/public/leads/{made.Value.Receipt}", made.Value);
    }

    /// <summary>Adds a photo or a document to a lead that nobody decided on yet.</summary>
    [HttpPost("{receipt}/files")]
    [EnableRateLimiting(PublicAnswers.Forms)]
    public async Task<ActionResult<PublicLead>> AddFile(string receipt, [Required] IFormFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using var content = file.OpenReadStream();
        return this.Answer(await reporting.AddFileAsync(receipt, file.FileName, content, cancellation));
    }

    /// <summary>Where a lead stands, and what came of it.</summary>
    [HttpGet("{receipt}")]
    public async Task<ActionResult<PublicLead>> Get(string receipt, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        return await reporting.FindAsync(receipt, cancellation) is { } found ? found : Reporting.NoLead().ToProblem();
    }
}

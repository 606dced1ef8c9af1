using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Draws;

/// <summary>A witness's digits.</summary>
public sealed record ContributionBody(string Value);

/// <summary>Where witnesses contribute; the secret in the address says who they are.</summary>
[ApiController]
[Route("api/v1/contributions/{link}")]
[AllowAnonymous]
internal sealed class ContributionsController(Ceremony ceremony) : ControllerBase
{
    /// <summary>What the witness is asked.</summary>
    [HttpGet]
    public async Task<ActionResult<ContributionRequest>> Ask(string link, CancellationToken cancellation) =>
        Unstored(await ceremony.AskAsync(link, cancellation));

    /// <summary>Takes the witness's digits, once.</summary>
    [HttpPost]
    public async Task<ActionResult<ContributionRequest>> Contribute(string link, ContributionBody body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Unstored(await ceremony.ContributeAsync(link, body.Value, cancellation));
    }

    private ActionResult<ContributionRequest> Unstored(Outcome<ContributionRequest> outcome)
    {
        Response.Headers.CacheControl = "no-store";
        return this.Answer(outcome);
    }
}

using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Inspection.App.Results;

/// <summary>Objections to published results, by everybody. The receipt is all that one needs to read the answer later.</summary>
[ApiController]
[Route("api/v1/public/objections")]
[AllowAnonymous]
internal sealed class PublicObjectionsController(Objecting objecting, PublicObjectionStore objections) : ControllerBase
{
    /// <summary>Objects to a published result. Who objects and with what words never becomes public.</summary>
    [HttpPost]
    [EnableRateLimiting(PublicAnswers.Forms)]
    [ProducesResponseType<PublicObjection>(StatusCodes.Status201Created)]
    public async Task<ActionResult<PublicObjection>> Object(ObjectionRequest request, CancellationToken cancellation)
    {
        var made = await objecting.ObjectAsync(request, cancellation);
        return made.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : Created($"/api/v1/public/objections/{made.Value.Receipt}", made.Value);
    }

    /// <summary>Where an objection stands, and the answer once there is one.</summary>
    [HttpGet("{receipt}")]
    [EnableCors(PublicAnswers.Cors)]
    public async Task<ActionResult<PublicObjection>> Get(string receipt, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-cache";
        return await objections.FindAsync(receipt, cancellation) is { } found
            ? found
            : Refusal.NotFound("there is no objection with this receipt; check every character").ToProblem();
    }
}

using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Publication;

/// <summary>The public record of corrections, for everybody.</summary>
[ApiController]
[Route("api/v1/public/corrections")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class PublicCorrectionsController(PublicCorrectionStore corrections) : ControllerBase
{
    /// <summary>Corrections of published results, the newest first, each with what was said before.</summary>
    [HttpGet]
    [ProducesResponseType<Page<PublicCorrection>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List(
        [Range(1, Page<PublicCorrection>.MaxLimit)] int limit = Page<PublicCorrection>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default) =>
        this.Cached(await corrections.ListAsync(limit, cursor, cancellation));
}

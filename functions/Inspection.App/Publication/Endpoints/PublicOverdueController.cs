using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Publication;

/// <summary>What should be public and is not, for everybody.</summary>
[ApiController]
[Route("api/v1/public/overdue")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class PublicOverdueController(OverdueResults overdue) : ControllerBase
{
    /// <summary>Visits without a public result although its term is over, the longest overdue first. The list is made every night.</summary>
    [HttpGet]
    [ProducesResponseType<Page<OverdueResult>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List(
        [Range(1, Page<OverdueResult>.MaxLimit)] int limit = Page<OverdueResult>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default) =>
        this.Cached(await overdue.ListAsync(limit, cursor, cancellation));
}

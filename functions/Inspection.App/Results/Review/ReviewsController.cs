using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Results;

/// <summary>
/// What waits for a reviewer, the oldest first. A page may be short, even empty, while there is a next one: a request looks
/// at a bounded number of results.
/// </summary>
[ApiController]
[Authorize(Roles = Role.Reviewer)]
internal sealed class ReviewsController(WaitingResults waiting) : ControllerBase
{
    /// <summary>Results that wait for their review.</summary>
    [HttpGet("/api/v1/reviews")]
    public async Task<ActionResult<Page<WaitingResult>>> Reviews(
        [Range(1, Page<WaitingResult>.MaxLimit)] int limit = Page<WaitingResult>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default) =>
        await waiting.ReviewsAsync(User.Actor(), limit, cursor, cancellation);

    /// <summary>Published results with a problem that is pending.</summary>
    [HttpGet("/api/v1/follow-ups")]
    public async Task<ActionResult<Page<WaitingResult>>> FollowUps(
        [Range(1, Page<WaitingResult>.MaxLimit)] int limit = Page<WaitingResult>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default) =>
        await waiting.FollowUpsAsync(User.Actor(), limit, cursor, cancellation);
}

using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Planning;

/// <summary>Approved plans and tasks, for everybody.</summary>
[ApiController]
[Route("api/v1/public")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class PublicPlansController(PublicPlans plans, PublicTasks tasks) : ControllerBase
{
    /// <summary>Approved plans, the newest year first.</summary>
    [HttpGet("plans")]
    [ProducesResponseType<Page<PublicPlan>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> ListPlans(
        [Range(1, Page<PublicPlan>.MaxLimit)] int limit = Page<PublicPlan>.DefaultLimit, string? cursor = null, CancellationToken cancellation = default) =>
        this.Cached(await plans.ListAsync(limit, cursor, cancellation));

    [HttpGet("plans/{id}")]
    [ProducesResponseType<PublicPlan>(StatusCodes.Status200OK)]
    public async Task<ActionResult> GetPlan(string id, CancellationToken cancellation) =>
        await plans.FindAsync(id, cancellation) is { } plan
            ? this.Cached(plan)
            : Refusal.NotFound($"there is no approved plan {id}").ToProblem();

    /// <summary>Approved tasks, the last to start first.</summary>
    [HttpGet("tasks")]
    [ProducesResponseType<Page<PublicTask>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> ListTasks(
        [Range(1, Page<PublicTask>.MaxLimit)] int limit = Page<PublicTask>.DefaultLimit, string? cursor = null, CancellationToken cancellation = default) =>
        this.Cached(await tasks.ListAsync(limit, cursor, cancellation));

    [HttpGet("tasks/{id}")]
    [ProducesResponseType<PublicTask>(StatusCodes.Status200OK)]
    public async Task<ActionResult> GetTask(string id, CancellationToken cancellation) =>
        await tasks.FindAsync(id, cancellation) is { } task
            ? this.Cached(task)
            : Refusal.NotFound($"there is no approved task {id}").ToProblem();
}

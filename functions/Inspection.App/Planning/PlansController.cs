using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Planning;

/// <summary>Yearly plans, with their monthly share.</summary>
[ApiController]
[Route("api/v1/plans")]
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class PlansController(PlanningService planning, PlanStore plans) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<Page<PlanView>>> List(
        [Range(1, Page<PlanView>.MaxLimit)] int limit = Page<PlanView>.DefaultLimit, string? cursor = null, CancellationToken cancellation = default)
    {
        var actor = User.Actor();
        var page = await plans.ListAsync(limit, cursor, cancellation);
        return new Page<PlanView>([.. page.Items.Where(plan => PlanningService.Concerns(plan.Terms.Departments, actor)).Select(PlanView.Of)], page.Next);
    }

    [HttpGet("{id}")]
    public async Task<ActionResult<PlanView>> Get(string id, CancellationToken cancellation) =>
        await plans.FindAsync(id, cancellation) is { } plan && PlanningService.Concerns(plan.Terms.Departments, User.Actor())
            ? Answer(plan)
            : Answer(Refusal.NotFound($"there is no plan {id}"));

    [HttpPost]
    [ProducesResponseType<PlanView>(StatusCodes.Status201Created)]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<PlanView>> Create(PlanTerms terms, CancellationToken cancellation)
    {
        var outcome = await planning.CreatePlanAsync(terms, User.Actor(), cancellation);
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        Response.ShowVersion(new Azure.ETag(outcome.Value.ETag));
        return Created($"/api/v1/plans/{outcome.Value.Id}", PlanView.Of(outcome.Value));
    }

    [HttpPut("{id}")]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<PlanView>> Change(
        string id, PlanTerms terms, CancellationToken cancellation)
    {
        var outcome = await planning.ChangePlanAsync(id, terms, Request.ExpectedVersion(), User.Actor(), cancellation);
        return Answer(outcome);
    }

    /// <summary>The head's approval, after which the calendar draws a monthly plan.</summary>
    [HttpPost("{id}/approve")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<PlanView>> Approve(string id, CancellationToken cancellation)
    {
        var outcome = await planning.ApprovePlanAsync(id, User.Actor(), cancellation);
        return Answer(outcome);
    }

    private ActionResult<PlanView> Answer(Outcome<YearlyPlan> outcome)
    {
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        Response.ShowVersion(new Azure.ETag(outcome.Value.ETag));
        return PlanView.Of(outcome.Value);
    }
}

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
        this.Answer(await planning.FindPlanAsync(id, User.Actor(), cancellation), Refusal.NotFound($"there is no plan {id}"), PlanView.Of);

    [HttpPost]
    [ProducesResponseType<PlanView>(StatusCodes.Status201Created)]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<PlanView>> Create(PlanTerms terms, CancellationToken cancellation)
    {
        var outcome = await planning.CreatePlanAsync(terms, User.Actor(), cancellation);
        return this.AnswerMade(outcome, static plan => $"/api/v1/plans/{plan.Id}", PlanView.Of);
    }

    [HttpPut("{id}")]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<PlanView>> Change(
        string id, PlanTerms terms, CancellationToken cancellation) =>
        this.Answer(await planning.ChangePlanAsync(id, terms, Request.ExpectedVersion(), User.Actor(), cancellation), PlanView.Of);

    /// <summary>The head's approval, after which the calendar draws a monthly plan.</summary>
    [HttpPost("{id}/approve")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<PlanView>> Approve(string id, CancellationToken cancellation) =>
        this.Answer(await planning.ApprovePlanAsync(id, Request.ExpectedVersion(), User.Actor(), cancellation), PlanView.Of);
}

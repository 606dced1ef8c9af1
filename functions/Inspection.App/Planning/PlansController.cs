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
internal sealed class PlansController(PlanningService planning, PlanStore plans, EligibilityPreviews previews) : ControllerBase
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
        this.Answer(await planning.FindPlanAsync(id, User.Actor(), cancellation), NoPlan(id), PlanView.Of);

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

    /// <summary>
    /// Whom the plan still draws in its year, who is left out by which rule, and whether its rates reach the least share. On a
    /// large directory it answers 202 with its progress; ask again until it is there.
    /// </summary>
    [HttpGet("{id}/eligibility")]
    [ProducesResponseType<EligibilityPreview>(StatusCodes.Status200OK)]
    [ProducesResponseType<PreviewProgress>(StatusCodes.Status202Accepted)]
    public async Task<ActionResult<EligibilityPreview>> Eligibility(string id, CancellationToken cancellation)
    {
        if (await planning.FindPlanAsync(id, User.Actor(), cancellation) is not { } plan)
            return NoPlan(id).ToProblem();
        return await previews.OfAsync(plan) is { } made
            ? this.Answer(made)
            : this.AnswerLater($"/api/v1/plans/{id}/eligibility", previews.ProgressOf(plan));
    }

    private static Refusal NoPlan(string id) => Refusal.NotFound($"there is no plan {id}");
}

using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Planning;

/// <summary>Inspection tasks, single-department or joint, and who could be drawn for them.</summary>
[ApiController]
[Route("api/v1/tasks")]
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class TasksController(PlanningService planning, TaskStore tasks, EligibilityService eligibility) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<Page<TaskView>>> List(
        [Range(1, Page<TaskView>.MaxLimit)] int limit = Page<TaskView>.DefaultLimit, string? cursor = null, CancellationToken cancellation = default)
    {
        var actor = User.Actor();
        var page = await tasks.ListAsync(limit, cursor, cancellation);
        return new Page<TaskView>([.. page.Items.Where(task => PlanningService.Concerns(task.Terms.Departments, actor)).Select(TaskView.Of)], page.Next);
    }

    [HttpGet("{id}")]
    public async Task<ActionResult<TaskView>> Get(string id, CancellationToken cancellation) =>
        await planning.FindTaskAsync(id, User.Actor(), cancellation) is { } task
            ? Answer(task)
            : Answer(Refusal.NotFound($"there is no task {id}"));

    [HttpPost]
    [ProducesResponseType<TaskView>(StatusCodes.Status201Created)]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<TaskView>> Create(TaskTerms terms, CancellationToken cancellation)
    {
        var outcome = await planning.CreateTaskAsync(terms, User.Actor(), cancellation);
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        Response.ShowVersion(new Azure.ETag(outcome.Value.ETag));
        return Created($"/api/v1/tasks/{outcome.Value.Id}", TaskView.Of(outcome.Value));
    }

    [HttpPut("{id}")]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<TaskView>> Change(
        string id, TaskTerms terms, CancellationToken cancellation)
    {
        var outcome = await planning.ChangeTaskAsync(id, terms, Request.ExpectedVersion(), User.Actor(), cancellation);
        return Answer(outcome);
    }

    [HttpPost("{id}/approve")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<TaskView>> Approve(string id, CancellationToken cancellation)
    {
        var outcome = await planning.ApproveTaskAsync(id, User.Actor(), cancellation);
        return Answer(outcome);
    }

    /// <summary>Who could be drawn and who was left out by which rule, before anything is committed.</summary>
    [HttpGet("{id}/eligibility")]
    public async Task<ActionResult<EligibilityPreview>> Eligibility(string id, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(id, User.Actor(), cancellation) is not { } task)
            return Refusal.NotFound($"there is no task {id}").ToProblem();
        try
        {
            return EligibilityPreview.Of(await eligibility.FindAsync(task, cancellation), task.Terms.Departments);
        }
        catch (ProtocolException e)
        {
            return Refusal.Conflict("protocol", e.Message).ToProblem();
        }
    }

    private ActionResult<TaskView> Answer(Outcome<InspectionTask> outcome)
    {
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        Response.ShowVersion(new Azure.ETag(outcome.Value.ETag));
        return TaskView.Of(outcome.Value);
    }
}

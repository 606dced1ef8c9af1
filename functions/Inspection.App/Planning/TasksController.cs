using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Planning;

/// <summary>Inspection tasks, single-department or joint, and who could be drawn for them.</summary>
[ApiController]
[Route("api/v1/tasks")]
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class TasksController(PlanningService planning, TaskStore tasks, EligibilityPreviews previews) : ControllerBase
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
        this.Answer(await planning.FindTaskAsync(id, User.Actor(), cancellation), NoTask(id), TaskView.Of);

    [HttpPost]
    [ProducesResponseType<TaskView>(StatusCodes.Status201Created)]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<TaskView>> Create(TaskTerms terms, CancellationToken cancellation)
    {
        var outcome = await planning.CreateTaskAsync(terms, User.Actor(), cancellation);
        return this.AnswerMade(outcome, static task => $"/api/v1/tasks/{task.Id}", TaskView.Of);
    }

    [HttpPut("{id}")]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<TaskView>> Change(
        string id, TaskTerms terms, CancellationToken cancellation) =>
        this.Answer(await planning.ChangeTaskAsync(id, terms, Request.ExpectedVersion(), User.Actor(), cancellation), TaskView.Of);

    [HttpPost("{id}/approve")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<TaskView>> Approve(string id, CancellationToken cancellation) =>
        this.Answer(await planning.ApproveTaskAsync(id, Request.ExpectedVersion(), User.Actor(), cancellation), TaskView.Of);

    /// <summary>
    /// Who could be drawn and who was left out by which rule, before anything is committed. On a large directory it answers
    /// 202 with its progress; ask again until it is there.
    /// </summary>
    [HttpGet("{id}/eligibility")]
    [ProducesResponseType<EligibilityPreview>(StatusCodes.Status200OK)]
    [ProducesResponseType<PreviewProgress>(StatusCodes.Status202Accepted)]
    public async Task<ActionResult<EligibilityPreview>> Eligibility(string id, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(id, User.Actor(), cancellation) is not { } task)
            return NoTask(id).ToProblem();
        return await previews.OfAsync(task) is { } made
            ? this.Answer(made)
            : this.AnswerLater($"/api/v1/tasks/{id}/eligibility", previews.ProgressOf(task));
    }

    private static Refusal NoTask(string id) => Refusal.NotFound($"there is no task {id}");
}

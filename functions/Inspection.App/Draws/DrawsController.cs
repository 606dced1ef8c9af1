using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Draws;

/// <summary>Why a draw is to be voided.</summary>
public sealed record VoidBody(string Reason);

/// <summary>Draws: made from tasks, revealed, voided and closed.</summary>
[ApiController]
[Route("api/v1/draws")]
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class DrawsController(
    DrawService service, DrawStore draws, LongWork<DrawHead> work, Ceremony ceremony, Voiding voiding, Closing closing) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<Page<DrawView>>> List(
        [Range(1, Page<DrawView>.MaxLimit)] int limit = Page<DrawView>.DefaultLimit, string? cursor = null, CancellationToken cancellation = default)
    {
        var actor = User.Actor();
        var page = await draws.ListAsync(limit, cursor, cancellation);
        return new Page<DrawView>(
            [.. page.Items.Where(head => PlanningService.Concerns(head.Departments, actor)).Select(DrawView.Of)], page.Next);
    }

    /// <summary>A draw, also while a step of it goes on.</summary>
    [HttpGet("{id}")]
    public async Task<ActionResult<DrawView>> Get(string id, CancellationToken cancellation)
    {
        if (await service.FindAsync(id, User.Actor(), cancellation) is not { } head)
            return (work.RefusalOf(id) ?? NoDraw(id)).ToProblem();
        var witnesses = await ceremony.WitnessesAsync(head, cancellation);
        Response.ShowVersion(head.ETag);
        return DrawView.Of(head) with
        {
            Progress = work.ProgressOf(id),
            Witnesses = [.. witnesses.Select(WitnessView.Of)],
        };
    }

    /// <summary>Commits the draw of an approved task: its notice is published before the randomness exists.</summary>
    [HttpPost("/api/v1/tasks/{taskId}/draw")]
    [ProducesResponseType<DrawView>(StatusCodes.Status201Created)]
    [ProducesResponseType<DrawView>(StatusCodes.Status202Accepted)]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<DrawView>> Commit(string taskId, CancellationToken cancellation)
    {
        var outcome = await service.RequestAsync(taskId, User.Actor(), cancellation);
        return outcome.IsRefused(out var refusal) ? refusal.ToProblem() : Started(outcome.Value);
    }

    /// <summary>Draws, once the randomness is there.</summary>
    [HttpPost("{id}/reveal")]
    [ProducesResponseType<DrawView>(StatusCodes.Status200OK)]
    [ProducesResponseType<DrawView>(StatusCodes.Status202Accepted)]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<DrawView>> Reveal(string id, CancellationToken cancellation)
    {
        if (await service.FindAsync(id, User.Actor(), cancellation) is not { } head)
            return NoDraw(id).ToProblem();
        if (await service.RevealAsync(id) is not { } outcome)
            return AcceptedAtAction(nameof(Get), new { id }, DrawView.Of(head) with { Progress = work.ProgressOf(id) });
        return this.Answer(outcome, DrawView.Of);
    }

    /// <summary>Asks to void a draw; the same call of a second person confirms it.</summary>
    [HttpPost("{id}/void")]
    [Authorize(Roles = $"{Role.Scheduler},{Role.Head}")]
    public async Task<ActionResult<DrawView>> Void(string id, VoidBody body, CancellationToken cancellation)
    {
        var actor = User.Actor();
        return await service.FindAsync(id, actor, cancellation) is null
            ? NoDraw(id).ToProblem()
            : this.Answer(await voiding.VoidAsync(id, body.Reason, actor, cancellation), DrawView.Of);
    }

    /// <summary>Ends a draw whose visits are over, and publishes what was withheld.</summary>
    [HttpPost("{id}/close")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<DrawView>> Close(string id, CancellationToken cancellation) =>
        await service.FindAsync(id, User.Actor(), cancellation) is null
            ? NoDraw(id).ToProblem()
            : this.Answer(await closing.CloseAsync(id, cancellation), DrawView.Of);

    /// <summary>Makes the links of all witnesses who have none yet, as after a commitment by the calendar. They are shown this once.</summary>
    [HttpPost("{id}/links")]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<IReadOnlyList<IssuedLink>>> Links(string id, CancellationToken cancellation) =>
        await service.FindAsync(id, User.Actor(), cancellation) is { } head
            ? this.Answer(await ceremony.IssueAllAsync(head, cancellation))
            : NoDraw(id).ToProblem();

    /// <summary>Gives a witness a new link; the one before ends.</summary>
    [HttpPost("{id}/witnesses/{name}/link")]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<IssuedLink>> Link(string id, string name, CancellationToken cancellation)
    {
        if (await service.FindAsync(id, User.Actor(), cancellation) is not { } head)
            return NoDraw(id).ToProblem();
        return this.Answer(await ceremony.IssueAsync(head, name, cancellation));
    }

    /// <summary>Draws inspectors for the teams that are short, with notices of their own.</summary>
    [HttpPost("{id}/shortages/draw")]
    [ProducesResponseType<Page<DrawView>>(StatusCodes.Status200OK)]
    [ProducesResponseType<Page<DrawView>>(StatusCodes.Status202Accepted)]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<Page<DrawView>>> FillShortages(string id, CancellationToken cancellation)
    {
        var actor = User.Actor();
        if (await service.FindAsync(id, actor, cancellation) is not { } head)
            return NoDraw(id).ToProblem();
        var outcome = await service.SupplementAsync(head, actor, cancellation);
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        var page = new Page<DrawView>([.. outcome.Value.Select(static one => DrawView.Of(one.Draw) with { Links = one.Links })], null);
        return outcome.Value.All(static one => one.IsFinished) ? Ok(page) : Accepted(page);
    }

    private ActionResult<DrawView> Started(StartedDraw started)
    {
        var id = started.Draw.Id;
        var view = DrawView.Of(started.Draw) with { Progress = work.ProgressOf(id), Links = started.Links };
        return started.IsFinished ? CreatedAtAction(nameof(Get), new { id }, view) : AcceptedAtAction(nameof(Get), new { id }, view);
    }

    private static Refusal NoDraw(string id) => Refusal.NotFound($"there is no draw {id}");
}

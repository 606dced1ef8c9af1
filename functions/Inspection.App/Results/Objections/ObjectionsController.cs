using System.ComponentModel.DataAnnotations;
using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Results;

/// <summary>Objections as reviewers deal with them.</summary>
[ApiController]
[Route("api/v1/objections")]
internal sealed class ObjectionsController(Answering answering, ObjectionStore objections, WaitingIndex waiting, DrawStore draws) : ControllerBase
{
    /// <summary>Objections that are not settled, the oldest first. A page may be short, even empty, while there is a next one.</summary>
    [HttpGet]
    [Authorize(Roles = VisitAccess.Overseers)]
    public async Task<ActionResult<Page<ObjectionView>>> List(
        [Range(1, Page<ObjectionView>.MaxLimit)] int limit = Page<ObjectionView>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default)
    {
        var actor = User.Actor();
        // Whoever sends an objection is nobody's department, so all lie in one list.
        return await waiting.ListAsync(WaitingKind.Objection, department: "", limit, cursor, JudgeAsync, cancellation);

        async ValueTask<WaitingJudgement<ObjectionView>> JudgeAsync(Waiting thing)
        {
            if (await objections.FindAsync(thing.Receipt, cancellation) is not { } objection)
                return WaitingJudgement<ObjectionView>.NotYet;
            if (objection.IsSettled)
                return WaitingJudgement<ObjectionView>.Over;
            var isSeen = await draws.FindAsync(objection.DrawId, cancellation) is { } draw && actor.Oversees(draw);
            return WaitingJudgement<ObjectionView>.Holds(isSeen ? ObjectionView.Of(objection) : null);
        }
    }

    [HttpGet("{receipt}")]
    [Authorize(Roles = VisitAccess.Overseers)]
    public async Task<ActionResult<ObjectionView>> Get(string receipt, CancellationToken cancellation) => this.Answer(
        await answering.FindAsync(receipt, User.Actor(), cancellation), Refusal.NotFound($"there is no objection {receipt} for you"), ObjectionView.Of);

    /// <summary>Writes the answer, which a second person approves before it becomes public.</summary>
    [HttpPost("{receipt}")]
    [Authorize(Roles = Role.Reviewer)]
    public async Task<ActionResult<ObjectionView>> Answer(string receipt, AnswerRequest request, CancellationToken cancellation) => this.Answer(
        await answering.AnswerAsync(receipt, request, Request.ExpectedVersion(), User.Actor(), cancellation), ObjectionView.Of);

    /// <summary>Approves the answer, which then is public, or returns it with an opinion.</summary>
    [HttpPost("{receipt}/review")]
    [Authorize(Roles = Role.Reviewer)]
    public async Task<ActionResult<ObjectionView>> Review(string receipt, ReviewRequest request, CancellationToken cancellation) => this.Answer(
        await answering.ReviewAsync(receipt, request, Request.ExpectedVersion(), User.Actor(), cancellation), ObjectionView.Of);
}

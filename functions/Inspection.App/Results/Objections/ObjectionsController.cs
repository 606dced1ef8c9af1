using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Results;

/// <summary>Objections as reviewers deal with them.</summary>
[ApiController]
[Route("api/v1/objections")]
internal sealed class ObjectionsController(Answering answering, WaitingObjections waiting) : ControllerBase
{
    /// <summary>Objections that are not settled, the oldest first. A page may be short, even empty, while there is a next one.</summary>
    [HttpGet]
    [Authorize(Roles = VisitAccess.Overseers)]
    public async Task<ActionResult<Page<ObjectionView>>> List(
        [Range(1, Page<ObjectionView>.MaxLimit)] int limit = Page<ObjectionView>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default)
    {
        var page = await waiting.ListAsync(User.Actor(), limit, cursor, cancellation);
        return new Page<ObjectionView>([.. page.Items.Select(ObjectionView.Of)], page.Next);
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

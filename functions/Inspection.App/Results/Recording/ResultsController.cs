using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Results;

/// <summary>The result of a visit, from the first draft to what became of a pending problem.</summary>
[ApiController]
[Route("api/v1/draws/{id}/results/{uscc}")]
internal sealed class ResultsController(
    ResultReader reader, ResultViews views, Recording recording, Reviewing reviewing, Correcting correcting, FollowingUp followingUp) : ControllerBase
{
    [HttpGet]
    [Authorize(Roles = VisitAccess.Readers)]
    public async Task<ActionResult<ResultView>> Get(string id, string uscc, CancellationToken cancellation)
    {
        var found = await reader.ReadAsync(new ResultId(id, uscc), User.Actor(), cancellation);
        return found.IsRefused(out var refusal) ? refusal.ToProblem() : Show(await views.OfAsync(found.Value, cancellation));
    }

    /// <summary>Saves a draft; with If-Match only in place of the version that was read.</summary>
    [HttpPut]
    [ProducesResponseType<ResultView>(StatusCodes.Status200OK)]
    [ProducesResponseType<ResultView>(StatusCodes.Status201Created)]
    [Authorize(Roles = VisitAccess.Writers)]
    public async Task<ActionResult<ResultView>> Save(string id, string uscc, ResultTerms terms, CancellationToken cancellation)
    {
        var saved = await recording.SaveAsync(new ResultId(id, uscc), terms, Request.ExpectedVersion(), User.Actor(), cancellation);
        if (saved.IsRefused(out var refusal))
            return refusal.ToProblem();
        var view = await views.OfAsync(saved.Value.Value, cancellation);
        return this.AnswerSaved<ResultView, ResultView>(
            new Saved<ResultView>(view, saved.Value.IsNew), $"/api/v1/draws/{id}/results/{uscc}", static shown => shown);
    }

    /// <summary>Hands the draft to the review.</summary>
    [HttpPost("submit")]
    [Authorize(Roles = VisitAccess.Writers)]
    public async Task<ActionResult<ResultView>> Submit(string id, string uscc, CancellationToken cancellation) => await AnswerAsync(
        await recording.SubmitAsync(new ResultId(id, uscc), Request.ExpectedVersion(), User.Actor(), cancellation), cancellation);

    /// <summary>Approves what was submitted, or returns it to the team with an opinion.</summary>
    [HttpPost("review")]
    [Authorize(Roles = Role.Reviewer)]
    public async Task<ActionResult<ResultView>> Review(string id, string uscc, ReviewRequest request, CancellationToken cancellation) => await AnswerAsync(
        await reviewing.ReviewAsync(new ResultId(id, uscc), request, Request.ExpectedVersion(), User.Actor(), cancellation), cancellation);

    /// <summary>Begins the correction of a published result, as its next revision.</summary>
    [HttpPost("correct")]
    [Authorize(Roles = Role.Reviewer)]
    public async Task<ActionResult<ResultView>> Correct(string id, string uscc, CorrectRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await AnswerAsync(
            await correcting.CorrectAsync(new ResultId(id, uscc), request.Reason, Request.ExpectedVersion(), User.Actor(), cancellation), cancellation);
    }

    /// <summary>Records what became of a problem that was pending.</summary>
    [HttpPost("follow-up")]
    [Authorize(Roles = Role.Reviewer)]
    public async Task<ActionResult<ResultView>> FollowUp(string id, string uscc, FollowUpRequest request, CancellationToken cancellation) => await AnswerAsync(
        await followingUp.FollowUpAsync(new ResultId(id, uscc), request, Request.ExpectedVersion(), User.Actor(), cancellation), cancellation);

    private async Task<ActionResult<ResultView>> AnswerAsync(Outcome<InspectionResult> outcome, CancellationToken cancellation) =>
        outcome.IsRefused(out var refusal) ? refusal.ToProblem() : Show(await views.OfAsync(outcome.Value, cancellation));

    private ActionResult<ResultView> Show(ResultView view) => this.Answer<ResultView, ResultView>(view, static shown => shown);
}

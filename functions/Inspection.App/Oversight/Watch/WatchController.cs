using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Oversight;

/// <summary>Why something is decided.</summary>
public sealed record WatchReason(string Reason);

/// <summary>Guidance as it is recorded.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="On">The day.</param>
/// <param name="Text">What it was told.</param>
public sealed record GuidanceInput(string Uscc, [Required] DateOnly? On, string Text);

/// <summary>The watch list 重点关注企业名单, its warnings and proposals. None of it is public.</summary>
[ApiController]
[Route("api/v1/oversight/watch")]
[Authorize(Roles = $"{Role.Head},{Role.Reviewer},{Role.Auditor}")]
internal sealed class WatchController(WatchListStore watch, WatchDesk desk) : ControllerBase
{
    /// <summary>Entries by code. A page may be short, even empty, while there is a next one.</summary>
    [HttpGet]
    public async Task<ActionResult<Page<WatchEntry>>> List(
        WatchState? state, [Range(1, Page<WatchEntry>.MaxLimit)] int limit = Page<WatchEntry>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default) => await watch.ListAsync(state, limit, cursor, cancellation);

    [HttpGet("{uscc}")]
    public async Task<ActionResult<WatchEntry>> Get(string uscc, CancellationToken cancellation) => this.Answer(
        await watch.FindAsync(uscc, cancellation), Refusal.NotFound($"the watch list does not speak of {uscc}"), static entry => entry);

    /// <summary>Enters a proposed enterprise.</summary>
    [HttpPost("{uscc}/enter")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<WatchEntry>> Enter(string uscc, WatchReason body, CancellationToken cancellation) => this.Answer(
        await desk.EnterAsync(uscc, body.Reason, Request.ExpectedVersion(), User.Actor(), cancellation), static entry => entry);

    /// <summary>Declines a proposal.</summary>
    [HttpPost("{uscc}/decline")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<WatchEntry>> Decline(string uscc, WatchReason body, CancellationToken cancellation) => this.Answer(
        await desk.DeclineAsync(uscc, body.Reason, Request.ExpectedVersion(), User.Actor(), cancellation), static entry => entry);

    /// <summary>Keeps a listed enterprise for another year: the yearly review.</summary>
    [HttpPost("{uscc}/keep")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<WatchEntry>> Keep(string uscc, WatchReason body, CancellationToken cancellation) => this.Answer(
        await desk.KeepAsync(uscc, body.Reason, Request.ExpectedVersion(), User.Actor(), cancellation), static entry => entry);

    /// <summary>Removes a listed enterprise.</summary>
    [HttpPost("{uscc}/remove")]
    [Authorize(Roles = Role.Head)]
    public async Task<ActionResult<WatchEntry>> Remove(string uscc, WatchReason body, CancellationToken cancellation) => this.Answer(
        await desk.RemoveAsync(uscc, body.Reason, Request.ExpectedVersion(), User.Actor(), cancellation), static entry => entry);

    /// <summary>The guidance that an enterprise was given, the oldest first.</summary>
    [HttpGet("{uscc}/guidance")]
    public async Task<ActionResult<Page<Guidance>>> ListGuidance(string uscc, CancellationToken cancellation) =>
        new Page<Guidance>(await watch.GuidanceAsync(uscc, cancellation), null);

    /// <summary>Records guidance (行政指导) that an enterprise was given.</summary>
    [HttpPost("/api/v1/oversight/guidance")]
    [Authorize(Roles = $"{Role.Reviewer},{Role.Head}")]
    public async Task<ActionResult<Guidance>> Guide(GuidanceInput body, CancellationToken cancellation) => this.Answer(
        await desk.GuideAsync(body.Uscc, body.On!.Value, body.Text, User.Actor(), cancellation));
}

using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Results;

/// <summary>Visits: what an inspector has to do, and by when.</summary>
[ApiController]
[Route("api/v1/visits")]
internal sealed class VisitsController(VisitDesk desk, VisitViews views) : ControllerBase
{
    /// <summary>
    /// One's own visits, the newest tasks first. A page may be short, even empty, while there is a next one: a request looks
    /// at a bounded number of visits.
    /// </summary>
    [HttpGet]
    [Authorize(Roles = Role.Inspector)]
    public async Task<ActionResult<Page<VisitView>>> List(
        ResultState? state = null, bool? isRecorded = null,
        [Range(1, Page<VisitView>.MaxLimit)] int limit = Page<VisitView>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default)
    {
        var found = await desk.ListAsync(User.Actor(), new VisitFilter(state, isRecorded), limit, cursor, cancellation);
        if (found.IsRefused(out var refusal))
            return refusal.ToProblem();
        return new Page<VisitView>(await views.OfAsync(found.Value.Items, cancellation), found.Value.Next);
    }

    /// <summary>A visit, for those who make or oversee it.</summary>
    [HttpGet("{drawId}/{uscc}")]
    [Authorize(Roles = VisitAccess.Readers)]
    public async Task<ActionResult<VisitView>> Get(string drawId, string uscc, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(new ResultId(drawId, uscc), User.Actor(), cancellation);
        return found.IsRefused(out var refusal) ? refusal.ToProblem() : (await views.OfAsync([found.Value], cancellation))[0];
    }
}

using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Draws;

/// <summary>What a draw came to: whom it selected, who visits them, who replaces whom, and the files that prove it.</summary>
[ApiController]
[Route("api/v1/draws/{id}")]
internal sealed class SelectionsController(
    DrawService service, SelectionStore selections, SelectionViews views, Replacing replacing, DrawFiles files, Certificates certificates) : ControllerBase
{
    /// <summary>The drawn by code, then the reserves in the order in which they step in.</summary>
    [HttpGet("selections")]
    [Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
    public async Task<ActionResult<Page<SelectionView>>> List(
        string id, [Range(1, Page<SelectionView>.MaxLimit)] int limit = Page<SelectionView>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default)
    {
        if (await service.FindAsync(id, User.Actor(), cancellation) is not { } head)
            return NoDraw(id).ToProblem();
        // Rows are written before the head says that there is a result.
        if (head.DrawnAt is null)
            return new Page<SelectionView>([], null);
        var page = await selections.ListAsync(id, limit, cursor, cancellation);
        var replacements = await selections.ReplacementsAsync(id, cancellation);
        return new Page<SelectionView>(await views.OfAsync(page.Items, replacements, cancellation), page.Next);
    }

    /// <summary>Replaces an enterprise by its next reserve, or an inspector by the next substitute.</summary>
    [HttpPost("selections/{uscc}/replace")]
    [Authorize(Roles = Role.Scheduler)]
    public async Task<ActionResult<Replacement>> Replace(string id, string uscc, ReplaceRequest request, CancellationToken cancellation)
    {
        var actor = User.Actor();
        if (await service.FindAsync(id, actor, cancellation) is not { } head)
            return NoDraw(id).ToProblem();
        return this.Answer(await replacing.ReplaceAsync(head, uscc, request, actor, cancellation));
    }

    /// <summary>Everything that an auditor needs to compute the draw again, the draw key among it.</summary>
    [HttpGet("package")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "application/zip")]
    [Authorize(Roles = Role.Auditor)]
    public async Task<IActionResult> Package(string id, CancellationToken cancellation)
    {
        if (await service.FindAsync(id, User.Actor(), cancellation) is not { } head)
            return NoDraw(id).ToProblem();
        if (head.DrawnAt is null)
            return Refusal.Conflict("not-drawn", $"draw {id} is {head.State}; its package is made when it is drawn").ToProblem();
        var package = await files.OpenResultAsync(id, DrawFiles.Package, cancellation);
        return File(package.Content, "application/zip", $"{id}.zip");
    }

    /// <summary>What one enterprise needs to check its own lot. It proves the enterprise's class to whoever sees it.</summary>
    [HttpGet("certificates/{uscc}")]
    [ProducesResponseType<object>(StatusCodes.Status200OK, "application/json")]
    [Authorize(Roles = $"{Role.Scheduler},{Role.Auditor}")]
    public async Task<IActionResult> Certificate(string id, string uscc, CancellationToken cancellation)
    {
        if (await service.FindAsync(id, User.Actor(), cancellation) is not { } head)
            return NoDraw(id).ToProblem();
        if (!UnifiedSocialCreditCode.TryParse(uscc, out var code, out var problem))
            return Refusal.Invalid("uscc", problem).ToProblem();
        var outcome = await certificates.MakeAsync(head, code, cancellation);
        return outcome.IsRefused(out var refusal) ? refusal.ToProblem() : File(outcome.Value, "application/json", $"{id}-{uscc}.json");
    }

    private static Refusal NoDraw(string id) => Refusal.NotFound($"there is no draw {id}");
}

using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Directory;

/// <summary>The published list of matters for random inspection (随机抽查事项清单), for everybody.</summary>
[ApiController]
[Route("api/v1/public/items")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class PublicItemsController(PublicItems items) : ControllerBase
{
    [HttpGet]
    [ProducesResponseType<Page<PublicItem>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List(
        string? cursor,
        [Range(1, Page<PublicItem>.MaxLimit)] int limit = Page<PublicItem>.DefaultLimit,
        CancellationToken cancellation = default) =>
        this.Cached(await items.ListAsync(limit, cursor, cancellation));

    [HttpGet("{code}")]
    [ProducesResponseType<PublicItem>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Get(string code, CancellationToken cancellation) =>
        TextRules.IsId(code) && await items.FindAsync(code, cancellation) is { } item
            ? this.Cached(item)
            : Refusal.NotFound($"no item {CellText.Shown(code)} is published").ToProblem();
}

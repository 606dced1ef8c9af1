using System.ComponentModel.DataAnnotations;
using Inspection.App.Ledger;
using Inspection.App.Ledger.Stamps;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Storage;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Inspection.App.Draws;

/// <summary>Draws as everybody may check them. Files are served byte for byte, so that their hashes can be computed.</summary>
[ApiController]
[Route("api/v1/public/draws")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class PublicDrawsController(PublicDrawStore draws, ILedger ledger, LedgerStamps stamps) : ControllerBase
{
    private const string Json = "application/json";
    private const string Briefly = "public, max-age=60";

    /// <summary>The newest notices first; or the draws of one task, by attempt.</summary>
    [HttpGet]
    [ProducesResponseType<Page<PublicDraw>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List(
        string? task,
        string? cursor,
        [Range(1, Page<PublicDraw>.MaxLimit)] int limit = Page<PublicDraw>.DefaultLimit,
        CancellationToken cancellation = default) =>
        this.Cached(task is null
            ? await draws.ListAsync(limit, cursor, cancellation)
            : await draws.ListOfTaskAsync(task, limit, cursor, cancellation));

    /// <summary>The public record of a draw; until it is drawn, where it stands.</summary>
    [HttpGet("{id}")]
    [ProducesResponseType<object>(StatusCodes.Status200OK, Json)]
    public async Task<IActionResult> Get(string id, CancellationToken cancellation)
    {
        if (await draws.FindAsync(id, cancellation) is not { } draw)
            return NoDraw(id);
        return draw.DrawnAt is null ? Status(draw) : await FileAsync(id, PublicRecord.FileName, Json, cancellation);
    }

    /// <summary>Where a draw stands, with its replacements and, where it was voided, why.</summary>
    [HttpGet("{id}/status")]
    public async Task<ActionResult<PublicDraw>> Status(string id, CancellationToken cancellation) =>
        await draws.FindAsync(id, cancellation) is { } draw ? Status(draw) : NoDraw(id);

    [HttpGet("{id}/notice")]
    [ProducesResponseType<object>(StatusCodes.Status200OK, Json)]
    public Task<IActionResult> GetNotice(string id, CancellationToken cancellation) =>
        FileAsync(id, Notice.FileName, Json, cancellation);

    /// <summary>Shows that every drawn enterprise was on the committed roster; there with the list of the drawn.</summary>
    [HttpGet("{id}/membership")]
    [ProducesResponseType<object>(StatusCodes.Status200OK, Json)]
    public Task<IActionResult> GetMembership(string id, CancellationToken cancellation) =>
        FileAsync(id, Membership.FileName, Json, cancellation);

    /// <summary>
    /// What somebody outside said of the notice's time: the time stamp token of a head of the ledger, and the entries that lead
    /// from the notice to it. There once the head was stamped.
    /// </summary>
    [HttpGet("{id}/stamp")]
    [ProducesResponseType<StampDocument>(StatusCodes.Status200OK)]
    public async Task<ActionResult> GetStamp(string id, CancellationToken cancellation)
    {
        if (await draws.FindAsync(id, cancellation) is not { } draw)
            return NoDraw(id);
        var opened = draw.Entropy == EntropyKind.Ceremony ? draw.EntropyAt : null;
        return await ledger.FindAsync(DrawAnnouncer.NoticeKeyOf(id), cancellation) is { } notice
            && await stamps.FindForAsync(notice.Number, cancellation) is { } stamp
            ? this.Cached(StampDocument.Of(stamp, opened))
            : NoFile(id, "stamp");
    }

    /// <summary>The whole of an open draw, once it is closed.</summary>
    [HttpGet("{id}/open.zip")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "application/zip")]
    public Task<IActionResult> GetOpenPackage(string id, CancellationToken cancellation) =>
        FileAsync(id, DrawFiles.OpenPackage, "application/zip", cancellation);

    private OkObjectResult Status(PublicDraw draw)
    {
        Response.Headers.CacheControl = Briefly;
        return Ok(draw);
    }

    private async Task<IActionResult> FileAsync(string id, string file, string mediaType, CancellationToken cancellation)
    {
        if (!IsId(id) || await draws.OpenAsync(id, file, cancellation) is not { } blob)
            return NoFile(id, file);
        Response.Headers.CacheControl = Briefly;
        return File(blob.Content, mediaType, lastModified: null, entityTag: Tag(blob));
    }

    private static EntityTagHeaderValue Tag(Blob blob) => EntityTagHeaderValue.Parse(blob.Info.ETag.ToString("H"));

    // Blob names are made of it.
    private static bool IsId(string id) => id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static ActionResult NoDraw(string id) => Refusal.NotFound($"there is no public draw {id}").ToProblem();

    private static ActionResult NoFile(string id, string file) =>
        Refusal.NotFound($"draw {id} has no public {file}; its status says what is public yet").ToProblem();
}

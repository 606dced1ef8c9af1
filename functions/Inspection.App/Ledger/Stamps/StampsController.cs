using System.Globalization;
using Inspection.App.Outcomes;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Ledger.Stamps;

/// <summary>The stamps of the ledger, for everybody.</summary>
[ApiController]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
[Route("api/v1/public/ledger/stamps")]
public sealed class StampsController(StampStore stamps) : ControllerBase
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>The stamps in the order of the heads; the cursor is the number from which to go on.</summary>
    [HttpGet]
    [ProducesResponseType<Page<StampView>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List(
        CancellationToken cancellation, string? cursor = null, int limit = Page<StampView>.DefaultLimit)
    {
        if (limit is < 1 or > Page<StampView>.MaxLimit)
            return Refusal.Invalid("limit", $"limit is {limit}; it is 1 to {Page<StampView>.MaxLimit}").ToProblem();
        if (!long.TryParse(cursor ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from < 1)
            return Refusal.Invalid("cursor", $"'{cursor}' is not a cursor of this list; begin again without it").ToProblem();
        var found = await stamps.FromAsync(from, cancellation).Take(limit + 1).ToListAsync(cancellation);
        var next = found.Count > limit ? found[limit].Head.Number.ToString(CultureInfo.InvariantCulture) : null;
        return Ok(new Page<StampView>([.. found.Take(limit).Select(StampView.Of)], next));
    }

    /// <summary>The token of a stamp: DER, as <c>openssl ts -verify -token_in</c> takes it.</summary>
    [HttpGet("{number:long}")]
    [Produces("application/vnd.etsi.timestamp-token")]
    public async Task<ActionResult> Get(long number, CancellationToken cancellation)
    {
        if (await stamps.GetAsync(number, cancellation) is not { } stamp)
            return Refusal.NotFound($"entry {number} is not stamped itself; the list of stamps says which heads are").ToProblem();
        var file = File(stamp.Token.ToArray(), "application/vnd.etsi.timestamp-token", $"ledger-{number}.tst");
        return this.Cached(file, Digest.Of(stamp.Token.Span), Fresh);
    }
}

/// <summary>A stamp without its token, which has an address of its own.</summary>
/// <param name="Number">The stamped head's number; the stamp covers every entry up to it.</param>
/// <param name="Hash">The stamped head's hash.</param>
/// <param name="Time">When, as the authority says.</param>
/// <param name="By">The name in the authority's certificate.</param>
/// <param name="IsAttributed">Whether a trusted certificate vouched for that name.</param>
public sealed record StampView(long Number, string Hash, DateTimeOffset Time, string By, bool IsAttributed)
{
    internal static StampView Of(LedgerStamp stamp) =>
        new(stamp.Head.Number, stamp.Head.Hash.ToString(), stamp.Time, stamp.By, stamp.IsAttributed);
}

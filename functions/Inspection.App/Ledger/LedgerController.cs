using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Ledger;

/// <summary>The ledger, for everybody.</summary>
[ApiController]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
[Route("api/v1/public/ledger")]
public sealed class LedgerController(LedgerReader reader, LedgerVerification verification) : ControllerBase
{
    private static readonly TimeSpan ListFresh = TimeSpan.FromSeconds(5);

    // An entry never changes; but a store that is repaired should show within a day.
    private static readonly TimeSpan EntryFresh = TimeSpan.FromDays(1);

    /// <summary>Entries, newest first unless asked otherwise.</summary>
    [HttpGet]
    [ProducesResponseType<Page<LedgerDocument>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List(
        CancellationToken cancellation,
        LedgerOrder order = LedgerOrder.NewestFirst,
        string? cursor = null,
        int limit = Page<LedgerDocument>.DefaultLimit)
    {
        var page = await reader.PageAsync(order, cursor, limit, cancellation);
        return page.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : this.Cached(Ok(page.Value), PublicAnswers.VersionOf(page.Value), ListFresh);
    }

    /// <summary>One entry.</summary>
    [HttpGet("{number:long}")]
    [ProducesResponseType<LedgerDocument>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Get(long number, CancellationToken cancellation) =>
        await reader.FindAsync(number, cancellation) is { } entry
            ? this.Cached(Ok(entry), PublicAnswers.VersionOf(entry), EntryFresh)
            : Refusal.NotFound($"the ledger has no entry {number}").ToProblem();

    /// <summary>
    /// Recomputes the chain, at most 5,000 entries at a time: <c>next</c> says where to go
    /// on. Without <c>from</c> it goes on where the last check ended; with <c>from=1</c> it begins anew.
    /// </summary>
    [HttpGet("verify")]
    [ProducesResponseType<LedgerReport>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Verify(CancellationToken cancellation, long? from = null, long? to = null)
    {
        if (from < 1 || to < (from ?? 1))
            return Refusal.Invalid("range", "from is a number from 1, to is no smaller").ToProblem();
        if (from > await reader.LastNumberAsync(cancellation) + 1)
            return Refusal.Invalid("range", $"from is {from}, behind the ledger's end").ToProblem();
        Response.Headers.CacheControl = "no-store";
        return Ok(await verification.VerifyAsync(from, to, cancellation));
    }
}

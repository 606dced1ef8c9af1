using System.ComponentModel.DataAnnotations;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Publication;

/// <summary>
/// Published results, for everybody, the newest first. A page may be short where few results fit, and <c>next</c> goes on;
/// files name their next page in the header <c>Link</c>.
/// </summary>
[ApiController]
[Route("api/v1/public")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class PublicResultsController(ResultFinder finder, PublicResultStore store) : ControllerBase
{
    // A result is found within seconds of its approval, also where a cache stands in between.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    [HttpGet("results")]
    [ProducesResponseType<Page<PublicResult>>(StatusCodes.Status200OK)]
    public Task<ActionResult> List([FromQuery] ResultQueryInput input, CancellationToken cancellation) => AnswerAsync(
        input,
        Page<PublicResult>.DefaultLimit,
        static page => new OkObjectResult(new Page<PublicResult>([.. page.Rows.Select(static row => row.Result)], page.Next)),
        cancellation);

    /// <summary>The same as CSV, a row for each item.</summary>
    [HttpGet("results.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public Task<ActionResult> ListCsv([FromQuery] ResultQueryInput input, CancellationToken cancellation) => AnswerAsync(
        input,
        Page<PublicResult>.MaxLimit,
        static page => new CsvResult(
            "results.csv", ResultColumns.Headings, page.Rows.SelectMany(static row => ResultColumns.Rows(row.Result)).ToAsyncEnumerable()),
        cancellation);

    /// <summary>The same as JSON Lines, a line for each result.</summary>
    [HttpGet("results.jsonl")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, JsonLinesResult.MediaType)]
    public Task<ActionResult> ListJsonLines([FromQuery] ResultQueryInput input, CancellationToken cancellation) => AnswerAsync(
        input,
        Page<PublicResult>.MaxLimit,
        static page => new JsonLinesResult("results.jsonl", page.Rows.Select(static row => row.Result).ToAsyncEnumerable()),
        cancellation);

    /// <summary>One result with all its revisions.</summary>
    [HttpGet("results/{id}")]
    [ProducesResponseType<PublicResult>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Get(string id, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } row
            ? this.Cached(Ok(row.Result), PublicVersion.Of([row], null), Fresh)
            : Refusal.NotFound($"there is no published result {CellText.Shown(id)}").ToProblem();

    /// <summary>Every published result of an enterprise, also of one that is closed by now.</summary>
    [HttpGet("enterprises/{uscc}")]
    [ProducesResponseType<EnterpriseHistory>(StatusCodes.Status200OK)]
    public async Task<ActionResult> History(
        string uscc, string? cursor, [Range(1, Page<PublicResult>.MaxLimit)] int limit = Page<PublicResult>.DefaultLimit, CancellationToken cancellation = default)
    {
        var query = new ResultQuery().WithCode(uscc);
        if (query.IsRefused(out var refusal))
            return refusal.ToProblem();
        var page = await finder.FindAsync(query.Value, cursor, limit, cancellation);
        var results = page.Rows.Select(static row => row.Result).ToList();
        var history = new EnterpriseHistory(query.Value.Uscc!, results.FirstOrDefault()?.Name ?? "", results, page.Next);
        return this.Cached(Ok(history), PublicVersion.Of(page.Rows, page.Next), Fresh);
    }

    private async Task<ActionResult> AnswerAsync(
        ResultQueryInput input, int usualLimit, Func<ResultPage, ActionResult> answer, CancellationToken cancellation)
    {
        var query = input.Read();
        if (query.IsRefused(out var refusal))
            return refusal.ToProblem();
        var page = await finder.FindAsync(query.Value, input.Cursor, input.Limit ?? usualLimit, cancellation);
        this.LinkNext(page.Next);
        return this.Cached(answer(page), PublicVersion.Of(page.Rows, page.Next), Fresh);
    }
}

using System.ComponentModel.DataAnnotations;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Inspection.App.Publication;

/// <summary>A part of an export.</summary>
/// <param name="Items">Its rows, each with the fields of the layout in their order.</param>
/// <param name="Next">The cursor of the next part, or null on the last one.</param>
/// <param name="IsComplete">Whether the days are over, and so nothing will be added to them.</param>
public sealed record CreditPage(IReadOnlyList<IReadOnlyDictionary<string, string>> Items, string? Next, bool IsComplete);

/// <summary>
/// Published results for the credit records of other systems: what was published, corrected or followed up on a day or in a
/// month, each row once. A cursor holds for good, so an export that broke off goes on where it was.
/// </summary>
[ApiController]
[Route("api/v1")]
[Authorize(Roles = Role.Auditor)]
internal sealed class CreditExportController(CreditExport export, IOptions<RuleOptions> rules) : ControllerBase
{
    /// <summary>The rows as JSON. The days are those of publication; the limit counts results.</summary>
    [HttpGet("credit-export")]
    public async Task<ActionResult<CreditPage>> Get(
        [Required] DateOnly? from, [Required] DateOnly? to, CreditLayout layout = CreditLayout.Gsxt, string? cursor = null,
        [Range(1, Page<CreditPage>.MaxLimit)] int limit = Page<CreditPage>.DefaultLimit, CancellationToken cancellation = default)
    {
        var part = await export.ReadAsync(from!.Value, to!.Value, cursor, limit, cancellation);
        if (part.IsRefused(out var refusal))
            return refusal.ToProblem();
        var fields = CreditFields.Of(layout);
        return new CreditPage(
            [.. part.Value.Records.Select(record => fields.ToDictionary(static field => field.Heading, field => field.Value(record, rules.Value)))],
            part.Value.Next, part.Value.IsComplete);
    }

    /// <summary>The same as CSV; the header <c>Link</c> names the next part.</summary>
    [HttpGet("credit-export.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public async Task<ActionResult> GetCsv(
        [Required] DateOnly? from, [Required] DateOnly? to, CreditLayout layout = CreditLayout.Gsxt, string? cursor = null,
        [Range(1, Page<CreditPage>.MaxLimit)] int limit = Page<CreditPage>.MaxLimit, CancellationToken cancellation = default)
    {
        var part = await export.ReadAsync(from!.Value, to!.Value, cursor, limit, cancellation);
        if (part.IsRefused(out var refusal))
            return refusal.ToProblem();
        this.LinkNext(part.Value.Next);
        var fields = CreditFields.Of(layout);
        var rows = part.Value.Records.Select(record => (IReadOnlyList<string>)[.. fields.Select(field => field.Value(record, rules.Value))]);
        return new CsvResult($"credit-{from:yyyyMMdd}-{to:yyyyMMdd}.csv", fields.Select(static field => field.Heading), rows.ToAsyncEnumerable());
    }
}

using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Oversight;

/// <summary>Fairness of draws over time, for auditors.</summary>
[ApiController]
[Route("api/v1/oversight/fairness")]
[Authorize(Roles = Role.Auditor)]
internal sealed class FairnessController(FairnessReader reader) : ControllerBase
{
    /// <summary>Looks at the draws of tasks that start on these days; without them, of this year.</summary>
    [HttpGet]
    public async Task<ActionResult<FairnessView>> Get(DateOnly? from, DateOnly? to, CancellationToken cancellation) =>
        this.Answer(await reader.ReadAsync(from, to, cancellation));

    /// <summary>All looks as a table.</summary>
    [HttpGet("looks.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public async Task<ActionResult> LooksCsv(DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var found = await reader.ReadAsync(from, to, cancellation);
        return found.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : FigureCsv.Of(
                string.Create(CultureInfo.InvariantCulture, $"looks-{found.Value.From:yyyyMMdd}-{found.Value.To:yyyyMMdd}.csv"), FigureColumns.Looks, found.Value.Looks);
    }
}

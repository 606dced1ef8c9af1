using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Inspection.App.Directory;
using Inspection.App.Languages;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Oversight;

/// <summary>The figures of a year, made anew every hour: rates of problems, measured effect, how far plans are.</summary>
[ApiController]
[Route("api/v1/oversight")]
[Authorize(Roles = Readers)]
internal sealed class OversightController(FigureStore figures, LocalTime time) : ControllerBase
{
    /// <summary>Who may read the figures.</summary>
    public const string Readers = $"{Role.Head},{Role.Auditor},{Role.Scheduler},{Role.Reviewer}";

    public const int FirstYear = 2000;
    public const int LastYear = 9998;

    /// <summary>Everything of a year.</summary>
    [HttpGet("figures")]
    public async Task<ActionResult<YearFigures>> Figures(
        [Range(FirstYear, LastYear)] int? year, CancellationToken cancellation) => this.Answer(await FindAsync(year, cancellation));

    /// <summary>The estimated rates of problems in the whole population; a row with an empty name is of all.</summary>
    [HttpGet("rates")]
    public async Task<ActionResult<IReadOnlyList<RateRow>>> Rates(
        [Range(FirstYear, LastYear)] int? year, string? item, string? department, string? district, CancellationToken cancellation)
    {
        var found = await FindAsync(year, cancellation);
        return found.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : Ok(found.Value.Rates.Where(row => Fits(row.ItemCode, item) && Fits(row.Department, department) && Fits(row.District, district)));
    }

    [HttpGet("rates.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public Task<ActionResult> RatesCsv([Range(FirstYear, LastYear)] int? year, CancellationToken cancellation) =>
        CsvAsync(year, "rates", FigureColumns.Rates, static found => found.Rates, cancellation);

    [HttpGet("effects.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public Task<ActionResult> EffectsCsv([Range(FirstYear, LastYear)] int? year, CancellationToken cancellation) =>
        CsvAsync(year, "effects", FigureColumns.Effects, static found => found.Effects, cancellation);

    [HttpGet("plans.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public Task<ActionResult> PlansCsv([Range(FirstYear, LastYear)] int? year, CancellationToken cancellation) =>
        CsvAsync(year, "plans", FigureColumns.Plans, static found => found.Plans, cancellation);

    /// <summary>The rates of the items as a chart; its table is <c>rates.csv</c>.</summary>
    [HttpGet("rates.svg")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, SvgChart.MediaType)]
    public Task<ActionResult> RatesChart(
        [Range(FirstYear, LastYear)] int? year, Language language = Language.Chinese, CancellationToken cancellation = default) =>
        ChartAsync(year, found => FigureCharts.Rates(found.Rates, language), cancellation);

    /// <summary>The inspections of each month as a chart; its table is <c>effects.csv</c>.</summary>
    [HttpGet("effects.svg")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, SvgChart.MediaType)]
    public Task<ActionResult> EffectsChart(
        [Range(FirstYear, LastYear)] int? year, string? department, Language language = Language.Chinese, CancellationToken cancellation = default) =>
        ChartAsync(year, found => FigureCharts.Effects(found.Effects, department ?? "", language), cancellation);

    private async Task<ActionResult> ChartAsync(int? year, Func<YearFigures, string> draw, CancellationToken cancellation)
    {
        var found = await FindAsync(year, cancellation);
        return found.IsRefused(out var refusal) ? refusal.ToProblem() : Content(draw(found.Value), SvgChart.MediaType, Encoding.UTF8);
    }

    private async Task<ActionResult> CsvAsync<T>(
        int? year, string name, IReadOnlyList<FigureColumn<T>> columns, Func<YearFigures, IEnumerable<T>> rows, CancellationToken cancellation)
    {
        var found = await FindAsync(year, cancellation);
        return found.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : FigureCsv.Of(string.Create(CultureInfo.InvariantCulture, $"{name}-{found.Value.Year}.csv"), columns, rows(found.Value));
    }

    private async Task<Outcome<YearFigures>> FindAsync(int? year, CancellationToken cancellation)
    {
        var wanted = year ?? time.Today.Year;
        return await figures.FindAsync(wanted, cancellation) is { } found
            ? found
            : Refusal.NotFound(string.Create(CultureInfo.InvariantCulture, $"there are no figures of {wanted} yet; the job {nameof(Oversee)} makes those of this year and of the last every hour"));
    }

    private static bool Fits(string value, string? wanted) => wanted is null || value == wanted;
}

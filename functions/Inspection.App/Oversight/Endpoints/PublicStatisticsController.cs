using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Inspection.App.Directory;
using Inspection.App.Languages;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Oversight;

/// <summary>What the sample says of all enterprises, and what the inspections came to: totals, made anew once a month.</summary>
[ApiController]
[Route("api/v1/public/statistics")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class PublicStatisticsController(FigureStore figures, LocalTime time) : ControllerBase
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    [HttpGet]
    [ProducesResponseType<PublicStatistics>(StatusCodes.Status200OK)]
    public Task<ActionResult> Get(
        [Range(OversightController.FirstYear, OversightController.LastYear)] int? year, CancellationToken cancellation) =>
        AnswerAsync(year, static found => new OkObjectResult(found), cancellation);

    [HttpGet("rates.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public Task<ActionResult> RatesCsv(
        [Range(OversightController.FirstYear, OversightController.LastYear)] int? year, CancellationToken cancellation) =>
        AnswerAsync(year, static found => FigureCsv.Of(Name("rates", found), FigureColumns.PublicRates, found.Rates), cancellation);

    [HttpGet("effects.csv")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public Task<ActionResult> EffectsCsv(
        [Range(OversightController.FirstYear, OversightController.LastYear)] int? year, CancellationToken cancellation) =>
        AnswerAsync(year, static found => FigureCsv.Of(Name("effects", found), FigureColumns.PublicEffects, found.Effects), cancellation);

    /// <summary>The rates of the items as a chart; its table is <c>rates.csv</c>.</summary>
    [HttpGet("rates.svg")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, SvgChart.MediaType)]
    public Task<ActionResult> RatesChart(
        [Range(OversightController.FirstYear, OversightController.LastYear)] int? year, Language language = Language.Chinese,
        CancellationToken cancellation = default) =>
        AnswerAsync(year, found => Content(FigureCharts.Rates(found.Rates, language), SvgChart.MediaType, Encoding.UTF8), cancellation);

    /// <summary>The inspections of each month as a chart; its table is <c>effects.csv</c>.</summary>
    [HttpGet("effects.svg")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, SvgChart.MediaType)]
    public Task<ActionResult> EffectsChart(
        [Range(OversightController.FirstYear, OversightController.LastYear)] int? year, Language language = Language.Chinese,
        CancellationToken cancellation = default) =>
        AnswerAsync(year, found => Content(FigureCharts.Effects(found.Effects, language), SvgChart.MediaType, Encoding.UTF8), cancellation);

    private async Task<ActionResult> AnswerAsync(int? year, Func<PublicStatistics, ActionResult> answer, CancellationToken cancellation)
    {
        var wanted = year ?? time.Today.Year;
        return await figures.FindPublicAsync(wanted, cancellation) is { } found
            ? this.Cached(answer(found), PublicAnswers.VersionOf(found), Fresh)
            : Refusal.NotFound(string.Create(CultureInfo.InvariantCulture, $"there are no statistics of {wanted}")).ToProblem();
    }

    private static string Name(string what, PublicStatistics statistics) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{statistics.Year}.csv");
}

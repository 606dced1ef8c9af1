using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Planning;

/// <summary>What an administrator enters of a day.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The holiday that it belongs to.</param>
/// <param name="Source">Who says so: the notice's number.</param>
public sealed record DayInput([Required] DayKind? Kind, [Required] string Name, [Required] string Source)
{
    private const int MaxText = 100;

    /// <summary>Why it cannot be entered for the day, or null.</summary>
    internal Refusal? ProblemOn(DateOnly date)
    {
        if (date.Year is < 2000 or > 9998)
            return Refusal.Invalid("date", $"year {date.Year} is not 2000 to 9998");
        return new[] { Name, Source }.Any(static text => text.Length is 0 or > MaxText || ProtocolText.ProblemIn(text) is not null)
            ? Refusal.Invalid("text", $"name and source have 1 to {MaxText} characters and no control characters")
            : null;
    }
}

/// <summary>A day of the calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsWorkingDay">Whether terms count it.</param>
/// <param name="Kind">What a notice makes of it; null where it is what its weekday says.</param>
/// <param name="Name">The holiday that it belongs to; empty for an ordinary day.</param>
/// <param name="Source">The notice's number; empty for an ordinary day.</param>
/// <param name="IsOwn">Whether an administrator entered it; otherwise the program ships it or it is ordinary.</param>
/// <param name="IsProvisional">Whether the notice of its year is not known yet.</param>
public sealed record DayView(
    DateOnly Date, bool IsWorkingDay, DayKind? Kind, string Name, string Source, bool IsOwn, bool IsProvisional)
{
    internal static DayView Of(DateOnly date, WorkingCalendar calendar, bool isOwn)
    {
        var special = calendar.Find(date);
        return new DayView(
            date, calendar.IsWorkingDay(date), special?.Kind, special?.Name ?? "", special?.Source ?? "", isOwn, !calendar.IsSettled(date.Year));
    }
}

/// <summary>Days off and days of work that the terms of the rules go by.</summary>
[ApiController]
[Route("api/v1/holidays")]
[Authorize(Roles = $"{Role.Administrator},{Role.Auditor}")]
internal sealed class HolidaysController(WorkingDays days, LocalTime time) : ControllerBase
{
    /// <summary>The days of a year that are not what their weekday says; this year's where none is named.</summary>
    [HttpGet]
    public async Task<ActionResult<Page<DayView>>> List(
        [Range(2000, 9998)] int? year = null, CancellationToken cancellation = default)
    {
        var wanted = year ?? time.Today.Year;
        var (calendar, own) = (await days.ReadAsync(cancellation), await days.OwnAsync(wanted, cancellation));
        return new Page<DayView>(
            [.. calendar.SpecialDays.Where(day => day.Date.Year == wanted).Select(day => DayView.Of(day.Date, calendar, own.Contains(day.Date)))],
            null);
    }

    [HttpGet("{date}")]
    public async Task<ActionResult<DayView>> Get(DateOnly date, CancellationToken cancellation)
    {
        var own = await days.FindOwnAsync(date, cancellation);
        if (own is not null)
            Response.ShowVersion(own.ETag);
        return DayView.Of(date, await days.ReadAsync(cancellation), own is not null);
    }

    /// <summary>Enters a day over what the program ships; with If-Match only in place of the entry that was read.</summary>
    [HttpPut("{date}")]
    [Authorize(Roles = Role.Administrator)]
    public async Task<ActionResult<DayView>> Put(DateOnly date, DayInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.ProblemOn(date) is { } problem)
            return problem.ToProblem();
        var saved = await days.SaveAsync(
            new SpecialDay(date, input.Kind!.Value, input.Name, input.Source), Request.ExpectedVersion(), cancellation);
        if (saved.IsRefused(out var refusal))
            return refusal.ToProblem();
        Response.ShowVersion(saved.Value.ETag);
        return DayView.Of(date, await days.ReadAsync(cancellation), isOwn: true);
    }

    /// <summary>Takes an entry back, so that the day is again what the program ships.</summary>
    [HttpDelete("{date}")]
    [Authorize(Roles = Role.Administrator)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Delete(DateOnly date, CancellationToken cancellation) =>
        await days.RemoveAsync(date, Request.ExpectedVersion(), cancellation) is { } refusal ? refusal.ToProblem() : NoContent();
}

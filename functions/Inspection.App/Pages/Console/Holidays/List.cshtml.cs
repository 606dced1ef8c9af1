using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The days of a year that are not what their weekday says, by which terms in working days are counted.</summary>
[Authorize(Roles = $"{Role.Administrator},{Role.Auditor}")]
internal sealed class HolidayListModel(WorkingDays days, LocalTime time) : PageModel
{
    [FromQuery]
    public int? Year { get; set; }

    public int Shown => Year is >= 2001 and <= 9997 ? Year.Value : time.Today.Year;

    public IReadOnlyList<DayView> Days { get; private set; } = [];

    /// <summary>Whether the year's notice is known as a whole.</summary>
    public bool IsSettled { get; private set; }

    public bool Keeps => User.IsInRole(Role.Administrator);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (calendar, own) = (await days.ReadAsync(cancellation), await days.OwnAsync(Shown, cancellation));
        IsSettled = calendar.IsSettled(Shown);
        Days = [.. calendar.SpecialDays.Where(day => day.Date.Year == Shown).Select(day => DayView.Of(day.Date, calendar, own.Contains(day.Date)))];
    }
}

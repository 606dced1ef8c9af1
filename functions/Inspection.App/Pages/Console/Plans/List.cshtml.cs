using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The yearly plans with how far each is.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class PlansModel(PlanProgresses progresses, LocalTime time) : PageModel
{
    [FromQuery]
    public int? Year { get; set; }

    public IReadOnlyList<PlanProgress> Plans { get; private set; } = [];

    public bool Writes => User.IsInRole(Role.Scheduler);

    /// <summary>How much of a year is over, in per cent.</summary>
    public int YearGone(int year) => year < time.Today.Year ? 100
        : year > time.Today.Year ? 0
        : 100 * time.Today.DayOfYear / (DateTime.IsLeapYear(year) ? 366 : 365);

    public async Task OnGetAsync(CancellationToken cancellation) => Plans = await progresses.OfAsync(User.Actor(), Year, cancellation);
}

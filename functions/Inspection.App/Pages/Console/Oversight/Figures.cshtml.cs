using Inspection.App.Oversight;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The figures of a year: measured effect, burden, rates of problems and how far the plans are.</summary>
[Authorize(Roles = OversightController.Readers)]
internal sealed class FiguresModel(FigureStore figures, LocalTime local) : PageModel
{
    /// <summary>The year; without it, this one.</summary>
    [FromQuery]
    public int? Year { get; set; }

    /// <summary>The department whose months are shown; without it, all.</summary>
    [FromQuery]
    public string? Department { get; set; }

    /// <summary>The year that is shown, whether there are figures of it or not.</summary>
    public int Shown => Year ?? local.Today.Year;

    /// <summary>The years that the page leads to.</summary>
    public IEnumerable<int> Years => Enumerable.Range(Shown - 1, 3).Where(year => year >= OversightController.FirstYear && year <= Latest);

    /// <summary>Null where none were made.</summary>
    public YearFigures? Found { get; private set; }

    public IReadOnlyList<EffectRow> Departments => Effects(static row => row is { Department.Length: > 0, Month: 0 });

    public EffectRow? Whole => Found?.Effects.FirstOrDefault(row => row.Department == (Department ?? "") && row.Month == 0);

    public IReadOnlyList<EffectRow> Months => Effects(row => row.Department == (Department ?? "") && row.Month > 0);

    /// <summary>The rate of any problem among all enterprises; null where nobody was drawn at random.</summary>
    public RateRow? WholeRate => Found?.Rates.FirstOrDefault(static row => row is { ItemCode: "", Department: "", District: "" });

    public IReadOnlyList<RateRow> Items => Rates(static row => row is { ItemCode.Length: > 0, District: "" });

    public IReadOnlyList<RateRow> DepartmentRates => Rates(static row => row is { Department.Length: > 0, District: "" });

    public IReadOnlyList<RateRow> Districts => Rates(static row => row is { ItemCode: "", Department: "", District.Length: > 0 });

    private int Latest => Math.Max(Shown, local.Today.Year);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Shown is < OversightController.FirstYear or > OversightController.LastYear)
            return NotFound();
        Found = await figures.FindAsync(Shown, cancellation);
        // A department that took no part in the year has no figures of its own.
        if (!Departments.Any(row => row.Department == Department))
            Department = null;
        return Page();
    }

    private EffectRow[] Effects(Func<EffectRow, bool> choose) => [.. (Found?.Effects ?? []).Where(choose).OrderBy(static row => row.Month)];

    private RateRow[] Rates(Func<RateRow, bool> choose) =>
    [
        .. (Found?.Rates ?? []).Where(choose)
            .OrderByDescending(static row => row.Estimate?.Rate ?? -1).ThenBy(static row => row.ItemCode, StringComparer.Ordinal),
    ];
}

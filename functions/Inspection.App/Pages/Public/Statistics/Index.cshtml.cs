using Inspection.App.Oversight;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>What the sample of a year says of all enterprises, and what its inspections came to.</summary>
internal sealed class StatisticsModel(FigureStore figures, LocalTime local) : PageModel
{
    // The years that the page leads to; older ones stay under their address.
    private const int Shown = 5;

    /// <summary>The year's figures; null where none were made yet.</summary>
    public PublicStatistics? Found { get; private set; }

    /// <summary>The years that have figures, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public DateTimeOffset? UpdatedAt => Found is { } found ? local.StartOf(found.Before) : null;

    /// <summary>The rate of any problem among all enterprises; null where too few were inspected.</summary>
    public PublicRate? Whole => Found?.Rates.FirstOrDefault(static rate => rate is { ItemCode: "", Department: "", District: "" });

    public IReadOnlyList<PublicRate> Items => Rates(static rate => rate is { ItemCode.Length: > 0, District: "" });

    public IReadOnlyList<PublicRate> Departments => Rates(static rate => rate is { Department.Length: > 0, District: "" });

    public IReadOnlyList<PublicRate> Districts => Rates(static rate => rate is { ItemCode: "", Department: "", District.Length: > 0 });

    /// <summary>What the year came to; null where no inspection is known.</summary>
    public PublicEffect? Year => Found?.Effects.FirstOrDefault(static effect => effect is { Department: "", Month: 0 });

    public IReadOnlyList<PublicEffect> Months =>
        [.. (Found?.Effects ?? []).Where(static effect => effect is { Department: "", Month: > 0 }).OrderBy(static effect => effect.Month)];

    public IReadOnlyList<PublicEffect> OfDepartments =>
        [.. (Found?.Effects ?? []).Where(static effect => effect is { Department.Length: > 0, Month: 0 }).OrderBy(static effect => effect.Department, StringComparer.Ordinal)];

    public async Task<IActionResult> OnGetAsync(
        [FromQuery] int? year, CancellationToken cancellation)
    {
        var years = new List<int>();
        for (var one = local.Today.Year; one > local.Today.Year - Shown; one--)
        {
            if (await figures.FindPublicAsync(one, cancellation) is not null)
                years.Add(one);
        }

        Years = years;
        var wanted = year ?? years.FirstOrDefault(local.Today.Year);
        Found = wanted is >= OversightController.FirstYear and <= OversightController.LastYear
            ? await figures.FindPublicAsync(wanted, cancellation)
            : null;
        return year is not null && Found is null ? NotFound() : Page();
    }

    private PublicRate[] Rates(Func<PublicRate, bool> choose) =>
        [.. (Found?.Rates ?? []).Where(choose).OrderByDescending(static rate => rate.Percent).ThenBy(static rate => rate.ItemCode, StringComparer.Ordinal)];
}

/// <summary>What inspections came to, below one another.</summary>
/// <param name="Heading">By what they are counted.</param>
/// <param name="Rows">The counts.</param>
/// <param name="NameOf">What one is called.</param>
internal sealed record EffectList(string Heading, IReadOnlyList<PublicEffect> Rows, Func<PublicEffect, string> NameOf);

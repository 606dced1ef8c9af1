using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>A plan in a list, with how far it is.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Row">Its figures as they were last made; null where none were made since it was written.</param>
internal sealed record PlanProgress(YearlyPlan Plan, PlanRow? Row)
{
    public bool IsApproved => Plan.ApprovedBy.Length > 0;

    public bool IsMonthly => Plan.Terms.Monthly is not null;
}

/// <summary>The plans that somebody may see, with their progress.</summary>
internal sealed class PlanProgresses(PlanStore plans, FigureStore figures)
{
    /// <summary>Those of a year, or of all years; the latest year first.</summary>
    public async Task<IReadOnlyList<PlanProgress>> OfAsync(Actor actor, int? year, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await plans.AllAsync(cancellation)
            .Where(plan => (year is null || plan.Terms.Year == year) && PlanningService.Concerns(plan.Terms.Departments, actor))
            .ToListAsync(cancellation);
        var rows = new Dictionary<string, PlanRow>();
        foreach (var each in found.Select(static plan => plan.Terms.Year).Distinct())
        {
            foreach (var row in (await figures.FindAsync(each, cancellation))?.Plans ?? [])
                rows[row.PlanId] = row;
        }

        return
        [
            .. found.OrderByDescending(static plan => plan.Terms.Year).ThenBy(static plan => plan.Id, StringComparer.Ordinal)
                .Select(plan => new PlanProgress(plan, rows.GetValueOrDefault(plan.Id))),
        ];
    }

    /// <summary>One plan with its progress.</summary>
    public async Task<PlanProgress> OfAsync(YearlyPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var year = await figures.FindAsync(plan.Terms.Year, cancellation);
        return new PlanProgress(plan, year?.Plans.FirstOrDefault(row => row.PlanId == plan.Id));
    }
}

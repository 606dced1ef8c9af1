namespace Inspection.App.Oversight;

/// <summary>
/// The measured effect of a year's inspections: a row for all and for each department, of the year and of each month in
/// which tasks start. A visit of several departments counts in the row of each, and once in that of all.
/// </summary>
public static class EffectTable
{
    /// <param name="draws">The draws of a year.</param>
    /// <param name="today">The day on which a term that ended before is over.</param>
    public static IReadOnlyList<EffectRow> Of(IReadOnlyList<DrawFacts> draws, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draws);
        string[] departments = ["", .. draws.SelectMany(static draw => draw.Departments).Distinct().Order(StringComparer.Ordinal)];
        return
        [
            .. from department in departments
               let own = draws.Where(draw => department.Length == 0 || draw.Departments.Contains(department)).ToList()
               from month in own.Select(static draw => draw.StartsOn.Month).Distinct().Order().Prepend(0)
               select Row(department, month, own.Where(draw => month == 0 || draw.StartsOn.Month == month).ToList(), today),
        ];
    }

    private static EffectRow Row(string department, int month, List<DrawFacts> draws, DateOnly today)
    {
        var due = draws.SelectMany(static draw => draw.Visits).Where(static visit => !visit.IsReplaced).ToList();
        var inspected = due.Where(static visit => visit.InspectedOn is not null).ToList();
        var published = due.Where(static visit => visit.PublishedOn is not null).ToList();
        var visits = inspected.CountBy(static visit => visit.Uscc).ToList();
        var sent = inspected.SelectMany(static visit => visit.Inspectors).ToList();
        return new EffectRow(department, month)
        {
            Due = due.Count,
            Targeted = draws.Where(static draw => draw.IsTargeted).Sum(static draw => draw.Visits.Count(static visit => !visit.IsReplaced)),
            Inspected = inspected.Count,
            Problems = inspected.Count(static visit => visit.Finding == Finding.Problem),
            Open = inspected.Count(static visit => visit.IsOpen),
            OnTime = published.Count(static visit => visit.PublishedOn <= visit.DueOn),
            Late = published.Count(static visit => visit.PublishedOn > visit.DueOn),
            Overdue = due.Count(visit => visit.PublishedOn is null && visit.DueOn < today),
            Enterprises = visits.Count,
            MoreThanOnce = visits.Count(static enterprise => enterprise.Value > 1),
            Inspectors = sent.Distinct().Count(),
            Sendings = sent.Count,
        };
    }
}

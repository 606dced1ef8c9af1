using System.Globalization;

namespace Inspection.App.Planning;

/// <summary>
/// The task that the calendar makes of a plan for a month. Its id follows from plan and month, so that there is one of it
/// however often and by however many processes it is made.
/// </summary>
internal static class MonthlyTask
{
    /// <summary>Its id: the plan's, then the month as yyyy-MM.</summary>
    public static string IdOf(string planId, DateOnly day) => $"{planId}-{MonthOf(day)}";

    /// <summary>Its title: the plan's, then the month.</summary>
    public static string TitleOf(string planTitle, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{planTitle}（{day.Year}年{day.Month}月）");

    /// <summary>The task of the day's month, from that day to the month's last.</summary>
    /// <param name="plan">An approved plan with monthly terms, of the day's year.</param>
    /// <param name="day">The day on which it is made.</param>
    public static InspectionTask Of(YearlyPlan plan, DateOnly day)
    {
        var terms = plan.Terms;
        var monthly = terms.Monthly ?? throw new ArgumentException($"plan {plan.Id} has no monthly terms", nameof(plan));
        return new InspectionTask
        {
            Id = IdOf(plan.Id, day),
            State = TaskState.Approved,
            CreatedBy = Security.Actor.Calendar.Name,
            ApprovedBy = plan.ApprovedBy,
            Month = MonthOf(day),
            Terms = new TaskTerms
            {
                PlanId = plan.Id,
                Title = TitleOf(terms.Title, day),
                ItemCodes = terms.ItemCodes,
                Departments = terms.Departments,
                Scope = terms.Scope,
                // What the month draws is the plan's share, found from these rates and from who was drawn before.
                Sampling = new TaskSampling { Mode = SamplingMode.Rates, Rates = terms.Rates },
                StartsOn = day,
                EndsOn = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
                Disclosure = monthly.Disclosure,
                Entropy = monthly.Entropy,
                Reserve = monthly.Reserve,
                ListPublished = monthly.ListPublished,
            },
        };
    }

    private static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

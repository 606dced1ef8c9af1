using System.Globalization;

namespace Inspection.App.Planning;

/// <summary>
/// All that a plan still draws in its year as if one task drew it, for a look ahead: its month is the last one, whose share
/// is whatever is left. It is never stored.
/// </summary>
internal static class RestOfYear
{
    private const int LastMonth = 12;

    public static InspectionTask TaskOf(YearlyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var terms = plan.Terms;
        var end = new DateOnly(terms.Year, LastMonth, 31);
        return new InspectionTask
        {
            Id = plan.Id,
            State = TaskState.Draft,
            CreatedBy = plan.CreatedBy,
            Month = string.Create(CultureInfo.InvariantCulture, $"{terms.Year:d4}-{LastMonth}"),
            Terms = new TaskTerms
            {
                PlanId = plan.Id,
                Title = terms.Title,
                ItemCodes = terms.ItemCodes,
                Departments = terms.Departments,
                Scope = terms.Scope,
                Sampling = new TaskSampling { Mode = SamplingMode.Rates, Rates = terms.Rates },
                StartsOn = end,
                EndsOn = end,
                Entropy = new TaskEntropy { Kind = EntropyKind.None },
            },
        };
    }
}

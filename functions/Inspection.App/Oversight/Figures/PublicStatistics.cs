namespace Inspection.App.Oversight;

/// <summary>
/// The figures of a year for everybody: results that were public when a month began, made anew once a month. No class, no
/// person, and no rate that would tell an enterprise's class (<see cref="PublicRateRule"/>).
/// </summary>
public sealed record PublicStatistics
{
    public required int Year { get; init; }

    /// <summary>What became public before this day counts.</summary>
    public required DateOnly Before { get; init; }

    public required IReadOnlyList<PublicRate> Rates { get; init; }

    public required IReadOnlyList<PublicEffect> Effects { get; init; }
}

/// <summary>A rate of problems in the whole population, in whole percents.</summary>
/// <param name="ItemCode">The check item; empty for any item of the visit.</param>
/// <param name="ItemName">Its name; empty for any.</param>
/// <param name="Department">The department that took part; empty for any.</param>
/// <param name="District">The district; empty for all.</param>
/// <param name="Percent">The estimated share of enterprises with a problem.</param>
/// <param name="Lower">The lower limit of the interval at 95%, rounded down.</param>
/// <param name="Upper">Its upper limit, rounded up.</param>
/// <param name="Inspected">How many were inspected.</param>
/// <param name="LowestIfUnknown">The rate if all that is unknown were well, rounded down.</param>
/// <param name="HighestIfUnknown">The rate if all that is unknown had a problem, rounded up.</param>
/// <param name="LeftOut">What the rate leaves out.</param>
public sealed record PublicRate(
    string ItemCode,
    string ItemName,
    string Department,
    string District,
    int Percent,
    int Lower,
    int Upper,
    int Inspected,
    int LowestIfUnknown,
    int HighestIfUnknown,
    LeftOutCount LeftOut)
{
    /// <summary>The public side of a rate, or null where it may not be public.</summary>
    public static PublicRate? Of(RateRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row is { IsPublishable: true, Estimate: { } estimate }
            ? new PublicRate(
                row.ItemCode, row.ItemName, row.Department, row.District,
                (int)Math.Round(100 * estimate.Rate, MidpointRounding.AwayFromZero),
                Down(estimate.Interval.Lower), Up(estimate.Interval.Upper), estimate.Inspected,
                Down(estimate.Extremes.Lower), Up(estimate.Extremes.Upper), row.LeftOut)
            : null;
    }

    private static int Down(double rate) => (int)Math.Floor(100 * rate);

    private static int Up(double rate) => (int)Math.Ceiling(100 * rate);
}

/// <summary>What the inspections of a department in a month came to.</summary>
/// <param name="Department">The department; empty for all.</param>
/// <param name="Month">The month in which the tasks start, 1 to 12; 0 for the year.</param>
/// <param name="Due">Enterprises that were drawn or named and are to be visited.</param>
/// <param name="Targeted">Of those, how many were named.</param>
/// <param name="Published">Results that are public.</param>
/// <param name="Problems">Of those, how many found a problem.</param>
/// <param name="OnTime">How many became public in their term.</param>
/// <param name="Late">How many became public after it.</param>
/// <param name="Overdue">Results that are not public though their term is over.</param>
/// <param name="Enterprises">Different enterprises that were inspected.</param>
/// <param name="MoreThanOnce">Of those, how many more than once.</param>
public sealed record PublicEffect(
    string Department, int Month, int Due, int Targeted, int Published, int Problems, int OnTime, int Late, int Overdue, int Enterprises, int MoreThanOnce)
{
    public static PublicEffect Of(EffectRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new PublicEffect(
            row.Department, row.Month, row.Due, row.Targeted, row.Inspected, row.Problems, row.OnTime, row.Late, row.Overdue, row.Enterprises, row.MoreThanOnce);
    }
}

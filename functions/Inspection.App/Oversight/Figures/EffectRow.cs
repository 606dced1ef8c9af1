namespace Inspection.App.Oversight;

/// <summary>What the inspections of a department in a month came to, and what they cost.</summary>
/// <param name="Department">The department; empty for all.</param>
/// <param name="Month">The month in which the tasks start, 1 to 12; 0 for the year.</param>
public sealed record EffectRow(string Department, int Month)
{
    /// <summary>Enterprises that were drawn or named and are to be visited.</summary>
    public required int Due { get; init; }

    /// <summary>Of those, how many were named in targeted tasks.</summary>
    public required int Targeted { get; init; }

    /// <summary>Visits with a reviewed result.</summary>
    public required int Inspected { get; init; }

    /// <summary>Of those, how many found a problem.</summary>
    public required int Problems { get; init; }

    /// <summary>Problems that are not settled.</summary>
    public required int Open { get; init; }

    /// <summary>Results that became public in their term.</summary>
    public required int OnTime { get; init; }

    /// <summary>Results that became public after it.</summary>
    public required int Late { get; init; }

    /// <summary>Results that are not public though their term is over.</summary>
    public required int Overdue { get; init; }

    /// <summary>Different enterprises that were inspected.</summary>
    public required int Enterprises { get; init; }

    /// <summary>Of those, how many more than once: the burden.</summary>
    public required int MoreThanOnce { get; init; }

    /// <summary>Different inspectors who were sent.</summary>
    public required int Inspectors { get; init; }

    /// <summary>How often inspectors were sent, each counted for each visit.</summary>
    public required int Sendings { get; init; }

    /// <summary>The share of what is due that was inspected; null where nothing is due.</summary>
    public double? Coverage => Share(Inspected, Due);

    /// <summary>The share of the inspected with a problem, as they are: no estimate of anybody else's.</summary>
    public double? ProblemShare => Share(Problems, Inspected);

    /// <summary>The share of results that became public in their term, of those whose term has shown.</summary>
    public double? OnTimeShare => Share(OnTime, OnTime + Late + Overdue);

    public double? VisitsPerEnterprise => Share(Inspected, Enterprises);

    public double? VisitsPerInspector => Share(Sendings, Inspectors);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

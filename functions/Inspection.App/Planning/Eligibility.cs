using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>An inspector who cannot serve in a task.</summary>
/// <param name="InspectorId">The inspector.</param>
/// <param name="Department">The department.</param>
/// <param name="Reason">Why.</param>
public sealed record UnavailableInspector(string InspectorId, string Department, string Reason)
{
    /// <summary>Why, in Chinese, for pages.</summary>
    internal string Chinese { get; init; } = "";
}

/// <summary>Who can be drawn for a task and who can serve, and why the others not: what a notice is made of.</summary>
/// <param name="Roster">The enterprises that can be drawn; null where there is none.</param>
/// <param name="Excluded">Who was left out, by which rule.</param>
/// <param name="Inspectors">Who may serve.</param>
/// <param name="Unavailable">Who may not.</param>
/// <param name="Sampling">How many of each class; null where there is nobody to draw.</param>
/// <param name="Coverage">What the plan's rates come to in its year; null for a task outside any plan.</param>
public sealed record Eligibility(
    Roster? Roster,
    ExclusionList Excluded,
    InspectorList Inspectors,
    IReadOnlyList<UnavailableInspector> Unavailable,
    Sampling? Sampling,
    PlanCoverage? Coverage = null);

/// <summary>How much of whom a plan covers its rates reach in the year, beside the least that is asked.</summary>
/// <param name="Covered">How many enterprises can be drawn or were drawn this year.</param>
/// <param name="Expected">How many of them the plan draws in the year.</param>
/// <param name="Minimum">The least share, in basis points (setting <c>Rules:OverallMinimum</c>).</param>
public sealed record PlanCoverage(int Covered, int Expected, int Minimum)
{
    /// <summary>The share, 0 to 1.</summary>
    public double Share => Covered == 0 ? 0 : (double)Expected / Covered;

    /// <summary>Whether fewer are drawn than the rules ask for.</summary>
    public bool IsTooLow => (long)Expected * BasisPoints.Whole < (long)Covered * Minimum;
}

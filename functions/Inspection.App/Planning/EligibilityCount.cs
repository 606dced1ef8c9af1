using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>
/// An eligibility in numbers: what a preview is made of, small however large the roster. It stays the same whatever is
/// drawn of each class, so that somebody can try that out.
/// </summary>
/// <param name="Classes">The roster's classes; empty where nobody can be drawn.</param>
/// <param name="LeftOut">How many each rule left out, by the rule's code.</param>
/// <param name="Inspectors">Who may serve.</param>
/// <param name="Unavailable">Who may not.</param>
/// <param name="Coverage">What the plan's rates come to in its year; null for a task outside any plan.</param>
public sealed record EligibilityCount(
    IReadOnlyList<ClassSize> Classes,
    IReadOnlyDictionary<string, int> LeftOut,
    InspectorList Inspectors,
    IReadOnlyList<UnavailableInspector> Unavailable,
    PlanCoverage? Coverage)
{
    /// <summary>How many can be drawn.</summary>
    public int Roster => Classes.Sum(static c => c.Size);

    public static EligibilityCount Of(Eligibility eligibility)
    {
        ArgumentNullException.ThrowIfNull(eligibility);
        return new EligibilityCount(
            eligibility.Roster?.Classes ?? [],
            eligibility.Excluded.Items.CountBy(static item => item.Reason).ToDictionary(),
            eligibility.Inspectors,
            eligibility.Unavailable,
            eligibility.Coverage);
    }
}

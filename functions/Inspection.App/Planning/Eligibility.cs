using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>An inspector who cannot serve in a task.</summary>
/// <param name="InspectorId">The inspector.</param>
/// <param name="Department">The department.</param>
/// <param name="Reason">Why.</param>
public sealed record UnavailableInspector(string InspectorId, string Department, string Reason);

/// <summary>Who can be drawn for a task and who can serve, and why the others not: what a notice is made of.</summary>
/// <param name="Roster">The enterprises that can be drawn; null where there is none.</param>
/// <param name="Excluded">Who was left out, by which rule.</param>
/// <param name="Inspectors">Who may serve.</param>
/// <param name="Unavailable">Who may not.</param>
/// <param name="Sampling">How many of each class; null where there is nobody to draw.</param>
public sealed record Eligibility(
    Roster? Roster,
    ExclusionList Excluded,
    InspectorList Inspectors,
    IReadOnlyList<UnavailableInspector> Unavailable,
    Sampling? Sampling);

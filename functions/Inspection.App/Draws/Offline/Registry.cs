using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>An inspector who cannot serve in this draw.</summary>
/// <param name="InspectorId">The number of the enforcement certificate.</param>
/// <param name="Department">The department.</param>
/// <param name="Kind">The rule in two words, to count by.</param>
/// <param name="Reason">The rule with this person's dates or status.</param>
internal sealed record LeftOutInspector(string InspectorId, string Department, string Kind, string Reason);

/// <summary>A registry sorted into who can be drawn, who can serve, who was left out, and what could not be read.</summary>
internal sealed record Registry(
    IReadOnlyList<RosterEntry> Roster,
    IReadOnlyList<Exclusion> Excluded,
    IReadOnlyList<Drawing.Inspector> Inspectors,
    IReadOnlyList<LeftOutInspector> LeftOutInspectors,
    IReadOnlyList<RejectedRow> Rejected);

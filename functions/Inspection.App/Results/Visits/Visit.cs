using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Results;

/// <summary>
/// A visit: an enterprise that a draw selected, with everybody who inspects it. Whom a supplementary draw adds to a short
/// team makes the same visit, so that one visit has one result.
/// </summary>
internal sealed record Visit
{
    /// <summary>The draw that selected the enterprise; never a supplementary one.</summary>
    public required DrawHead Draw { get; init; }

    public required InspectionTask Task { get; init; }

    public required string Uscc { get; init; }

    /// <summary>The teams of the draw as they are now.</summary>
    public required IReadOnlyList<Team> Teams { get; init; }

    /// <summary>The teams that supplementary draws add.</summary>
    public required IReadOnlyList<Team> Supplements { get; init; }

    public ResultId Id => new(Draw.Id, Uscc);

    /// <summary>Whether this person makes the visit.</summary>
    public bool Includes(string inspectorId) => IsOn(Teams, inspectorId) || IsOn(Supplements, inspectorId);

    /// <summary>Whether this person makes it by a supplementary draw alone.</summary>
    public bool Supplemented(string inspectorId) => !IsOn(Teams, inspectorId) && IsOn(Supplements, inspectorId);

    private static bool IsOn(IReadOnlyList<Team> teams, string inspectorId) =>
        inspectorId.Length > 0 && teams.Any(team => team.Inspectors.Contains(inspectorId));
}

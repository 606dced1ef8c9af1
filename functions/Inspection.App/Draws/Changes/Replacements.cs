using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>All replacements of a draw in their order, and what the draw has become by them.</summary>
internal sealed class Replacements(IReadOnlyList<Replacement> items)
{
    public IReadOnlyList<Replacement> Items { get; } = items;

    public int NextNumber => Items.Count + 1;

    /// <summary>The replacement that took this enterprise out, or null.</summary>
    public Replacement? Of(string uscc) =>
        Items.FirstOrDefault(item => item.Kind == ReplacementKind.Enterprise && item.Uscc == uscc);

    /// <summary>The replacement that brought this reserve in, or null.</summary>
    public Replacement? BroughtIn(string uscc) =>
        Items.FirstOrDefault(item => item.Kind == ReplacementKind.Enterprise && item.ReplacedBy == uscc);

    /// <summary>Whether any of them concerns an enterprise.</summary>
    public bool Touch(string uscc) => Items.Any(item => item.Uscc == uscc || item.ReplacedBy == uscc);

    /// <summary>Whether the enterprise is to be visited.</summary>
    public bool IsVisited(Selected selected)
    {
        ArgumentNullException.ThrowIfNull(selected);
        return Of(selected.Uscc) is null && (!selected.IsReserve || BroughtIn(selected.Uscc) is not null);
    }

    /// <summary>The enterprise's teams as they are now.</summary>
    public IReadOnlyList<Team> TeamsOf(Selected selected)
    {
        ArgumentNullException.ThrowIfNull(selected);
        var teams = selected.Teams;
        foreach (var item in Items.Where(item => item.Kind == ReplacementKind.Inspector && item.Uscc == selected.Uscc))
            teams = [.. teams.Select(team => team.Inspectors.Contains(item.InspectorId) ? After(team, item) : team)];
        return teams;
    }

    /// <summary>Who steps in for an inspector of a team: the first substitute that serves nowhere at this visit, or null.</summary>
    public string? SubstituteFor(Selected selected, string inspectorId)
    {
        var teams = TeamsOf(selected);
        var taken = teams.SelectMany(static team => team.Inspectors)
            .Concat(Items.Where(item => item.Uscc == selected.Uscc).Select(static item => item.InspectorId))
            .ToHashSet();
        return teams.First(team => team.Inspectors.Contains(inspectorId)).Substitutes.FirstOrDefault(id => !taken.Contains(id));
    }

    private static Team After(Team team, Replacement replacement)
    {
        var rest = team.Inspectors.Where(id => id != replacement.InspectorId);
        return replacement.SubstituteId.Length == 0
            ? team with { Inspectors = [.. rest], Shortage = team.Shortage + 1 }
            : team with
            {
                Inspectors = [.. rest.Append(replacement.SubstituteId).Order(ProtocolText.Order)],
                Substitutes = [.. team.Substitutes.Where(id => id != replacement.SubstituteId)],
            };
    }
}

using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>
/// Counts the groups of a draw while the directory is read once, in memory that does not grow with the roster, and keeps
/// where the drawn and the reserves belong.
/// </summary>
public sealed class GroupTally
{
    private readonly Roster roster;
    private readonly HashSet<UnifiedSocialCreditCode> drawn;
    private readonly HashSet<UnifiedSocialCreditCode> reserves;
    private readonly Dictionary<(GroupKind Kind, string Name, RiskClass RiskClass), (int Size, int Drawn)> counts = [];
    private readonly List<PlaceTrace> places = [];

    public GroupTally(Roster roster, DrawRecord record)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(record);
        this.roster = roster;
        drawn = [.. record.Selected.Select(static lot => lot.Uscc)];
        reserves = [.. record.Reserves.Select(static lot => lot.Uscc)];
    }

    /// <summary>Where the drawn and the reserves belong, by code.</summary>
    public IReadOnlyList<PlaceTrace> Places => [.. places.OrderBy(static place => place.Uscc, StringComparer.Ordinal)];

    /// <summary>The groups; who is not in the directory any more belongs to none.</summary>
    public IReadOnlyList<GroupTrace> Groups =>
    [
        .. counts.OrderBy(static group => group.Key.Kind).ThenBy(static group => group.Key.Name, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.RiskClass)
            .Select(static group => new GroupTrace(
                group.Key.Kind, group.Key.Name, group.Key.RiskClass.ToString(), group.Value.Size, group.Value.Drawn)),
    ];

    /// <summary>Counts an enterprise of the directory, if it is on the roster.</summary>
    public void Add(UnifiedSocialCreditCode uscc, string district, string industry)
    {
        var index = roster.IndexOf(uscc);
        if (index < 0)
            return;
        var riskClass = roster[index].RiskClass;
        var isDrawn = drawn.Contains(uscc);
        Count(GroupKind.District, district, riskClass, isDrawn);
        Count(GroupKind.Industry, industry, riskClass, isDrawn);
        if (isDrawn || reserves.Contains(uscc))
            places.Add(new PlaceTrace(uscc.ToString(), district, industry));
    }

    private void Count(GroupKind kind, string name, RiskClass riskClass, bool isDrawn)
    {
        var (size, count) = counts.GetValueOrDefault((kind, name, riskClass));
        counts[(kind, name, riskClass)] = (size + 1, count + (isDrawn ? 1 : 0));
    }
}

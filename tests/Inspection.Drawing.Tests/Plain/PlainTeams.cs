using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>Who visits one enterprise for one entry of the notice's teams.</summary>
internal sealed record PlainTeam(IReadOnlyList<string> Inspectors, IReadOnlyList<string> Substitutes, int Shortage);

/// <summary>An enterprise and an entry of the notice's teams, with those who may serve there.</summary>
internal sealed record PlainPair(PlainLot Lot, int Position, List<PlainInspector> Eligible);

/// <summary>
/// PROTOCOL.md, section 7: the match. Credits are a dictionary, and for each pair everybody who could serve is sorted
/// anew.
/// </summary>
internal sealed class PlainTeams
{
    private const long OneVisit = 1L << 32;

    private readonly IReadOnlyList<PlainTeamRule> rules;
    private readonly IReadOnlyList<PlainInspector> inspectors;
    private readonly Func<IEnumerable<PlainPair>, IEnumerable<PlainPair>> order;
    private readonly Dictionary<string, long> credit;
    private readonly Dictionary<(string Uscc, int Position), PlainTeam> teams = [];

    private PlainTeams(
        IReadOnlyList<PlainTeamRule> rules,
        IReadOnlyList<PlainInspector> inspectors,
        Func<IEnumerable<PlainPair>, IEnumerable<PlainPair>> order)
    {
        this.rules = rules;
        this.inspectors = inspectors;
        this.order = order;
        credit = inspectors.ToDictionary(inspector => inspector.Id, _ => 0L);
    }

    /// <summary>The team of every pair: of an enterprise's uscc and a position in the notice's teams.</summary>
    public static IReadOnlyDictionary<(string Uscc, int Position), PlainTeam> Of(
        PlainSelection selection, IReadOnlyList<PlainTeamRule> rules, IReadOnlyList<PlainInspector> inspectors) =>
        Of(selection, rules, inspectors, InOrder);

    /// <summary>The same with pairs in another order, to show that the order matters.</summary>
    public static IReadOnlyDictionary<(string Uscc, int Position), PlainTeam> Of(
        PlainSelection selection,
        IReadOnlyList<PlainTeamRule> rules,
        IReadOnlyList<PlainInspector> inspectors,
        Func<IEnumerable<PlainPair>, IEnumerable<PlainPair>> order)
    {
        var match = new PlainTeams(rules, inspectors, order);
        match.ServeAll(selection.Selected);
        match.ServeAll(selection.Reserves);
        return match.teams;
    }

    /// <summary>1. In the order: number eligible, ticket, uscc, position in the notice's teams.</summary>
    private static IEnumerable<PlainPair> InOrder(IEnumerable<PlainPair> pairs) => pairs
        .OrderBy(pair => pair.Eligible.Count)
        .ThenBy(pair => pair.Lot.Ticket, DigestOrder)
        .ThenBy(pair => pair.Lot.Uscc, TextOrder)
        .ThenBy(pair => pair.Position);

    private void ServeAll(IReadOnlyList<PlainLot> lots)
    {
        var pairs = lots.SelectMany(
            lot => rules.Select((rule, position) => new PlainPair(lot, position, Eligible(lot, rule))));
        foreach (var pair in order(pairs).ToList())
            teams[(pair.Lot.Uscc, pair.Position)] = Serve(pair.Lot, rules[pair.Position].Size, pair.Eligible);
    }

    private List<PlainInspector> Eligible(PlainLot lot, PlainTeamRule rule) => inspectors
        .Where(inspector => inspector.Department == rule.Department)
        .Where(inspector => rule.Skill == "" || inspector.Skills.Contains(rule.Skill))
        .Where(inspector => !inspector.Recused.Contains(lot.Uscc))
        .ToList();

    private PlainTeam Serve(PlainLot lot, int k, List<PlainInspector> eligible)
    {
        // 2. Whoever could serve earns a share of the visit, on a team of this enterprise already or not.
        foreach (var inspector in eligible)
            credit[inspector.Id] += Math.Min(k, eligible.Count) * OneVisit / eligible.Count;

        // 3. and 4. The largest credit goes, and pays for it; those after it stand by.
        var order = eligible
            .Where(inspector => !IsOnATeamOf(lot.Uscc, inspector.Id))
            .OrderByDescending(inspector => credit[inspector.Id])
            .ThenBy(inspector => Sha256(lot.Ticket, Byte('K'), Utf8(inspector.Id)), DigestOrder)
            .ThenBy(inspector => inspector.Id, TextOrder)
            .Select(inspector => inspector.Id)
            .ToList();
        var taken = order.Take(k).ToList();
        var substitutes = order.Skip(k).Take(k).ToList();
        foreach (var id in taken)
            credit[id] -= OneVisit;
        return new(taken.OrderBy(id => id, TextOrder).ToList(), substitutes, k - taken.Count);
    }

    private bool IsOnATeamOf(string uscc, string id) =>
        Enumerable.Range(0, rules.Count)
            .Any(position => teams.TryGetValue((uscc, position), out var team) && team.Inspectors.Contains(id));
}

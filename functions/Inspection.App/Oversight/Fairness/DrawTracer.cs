using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>The groups of an enterprise, as the directory has them.</summary>
/// <param name="District">The district.</param>
/// <param name="Industry">The industry.</param>
public readonly record struct Placed(string District, string Industry);

/// <summary>Makes the trace of a draw from its materials and its records.</summary>
public static class DrawTracer
{
    /// <param name="series">What the draw belongs to.</param>
    /// <param name="drawnAt">When it was drawn.</param>
    /// <param name="notice">Its notice.</param>
    /// <param name="materials">What the notice committed to.</param>
    /// <param name="record">The record of the enterprises.</param>
    /// <param name="teams">The record of the inspectors.</param>
    /// <param name="place">Where an enterprise of the roster belongs.</param>
    public static DrawTrace Trace(
        string series, DateTimeOffset drawnAt, NoticeTerms notice, DrawMaterials materials, DrawRecord record, TeamRecord teams,
        Func<UnifiedSocialCreditCode, Placed> place)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(place);
        var visits = TeamsOf(notice.Teams, materials.Inspectors, teams.Selected);
        return new DrawTrace
        {
            DrawId = notice.DrawId,
            Series = series,
            DrawnAt = drawnAt,
            Classes = [.. notice.Sampling.Sizes.Select(size => ClassOf(size, record))],
            Groups = GroupsOf(materials.Roster, record, place),
            Inspectors = [.. materials.Inspectors.Items.Select(inspector => InspectorOf(inspector, visits))],
            Teams = visits,
        };
    }

    private static ClassTrace ClassOf(ClassSize size, DrawRecord record) => new(
        size.RiskClass.ToString(),
        size.Size,
        [
            .. record.Selected.Concat(record.Reserves).Where(lot => lot.RiskClass == size.RiskClass)
                .Select(static lot => lot.Ticket.Prefix / (double)ulong.MaxValue).Order(),
        ]);

    private static List<GroupTrace> GroupsOf(Roster roster, DrawRecord record, Func<UnifiedSocialCreditCode, Placed> place)
    {
        var counts = new Dictionary<(GroupKind, string, RiskClass), (int Size, int Drawn)>();
        for (var i = 0; i < roster.Size; i++)
            Count(roster[i].Uscc, roster[i].RiskClass, (1, 0));
        foreach (var lot in record.Selected)
            Count(lot.Uscc, lot.RiskClass, (0, 1));
        return
        [
            .. counts.OrderBy(static group => group.Key.Item1).ThenBy(static group => group.Key.Item2, StringComparer.Ordinal)
                .ThenBy(static group => group.Key.Item3)
                .Select(static group => new GroupTrace(
                    group.Key.Item1, group.Key.Item2, group.Key.Item3.ToString(), group.Value.Size, group.Value.Drawn)),
        ];

        void Count(UnifiedSocialCreditCode uscc, RiskClass riskClass, (int Size, int Drawn) more)
        {
            var (district, industry) = place(uscc);
            foreach (var key in new[] { (GroupKind.District, district, riskClass), (GroupKind.Industry, industry, riskClass) })
            {
                var (size, drawn) = counts.GetValueOrDefault(key);
                counts[key] = (size + more.Size, drawn + more.Drawn);
            }
        }
    }

    private static List<TeamTrace> TeamsOf(
        IReadOnlyList<TeamRequest> requests, InspectorList inspectors, IReadOnlyList<VisitTeams> visits)
    {
        var qualified = requests.Select(request => inspectors.Items.Count(one => Qualifies(one, request))).ToList();
        var recused = inspectors.Items.SelectMany(static one => one.Recused.Select(uscc => (uscc, one)))
            .ToLookup(static pair => pair.uscc, static pair => pair.one);
        return
        [
            .. visits.SelectMany(visit => visit.Teams.Zip(requests).Select((team, i) => TeamOf(
                visit.Uscc, team.First, team.Second,
                qualified[i] - recused[visit.Uscc].Count(one => Qualifies(one, team.Second))))),
        ];
    }

    private static TeamTrace TeamOf(UnifiedSocialCreditCode uscc, Team team, TeamRequest request, int eligible) => new(
        uscc.ToString(), request.Department, request.Skill,
        eligible == 0 ? 0 : (double)Math.Min(request.Size, eligible) / eligible, team.Inspectors);

    /// <summary>Entitled to a share of every visit that asks for such a person, but of those for which recused.</summary>
    private static InspectorTrace InspectorOf(Inspector inspector, List<TeamTrace> visits)
    {
        var recused = inspector.Recused.Select(static uscc => uscc.ToString()).ToHashSet();
        var (entitled, served) = (0.0, 0);
        foreach (var team in visits.Where(team => team.Department == inspector.Department))
        {
            if ((team.Skill.Length == 0 || inspector.Skills.Contains(team.Skill)) && !recused.Contains(team.Uscc))
                entitled += team.Share;
            served += team.Inspectors.Contains(inspector.Id) ? 1 : 0;
        }

        var drawn = visits.Select(static team => team.Uscc).Where(recused.Contains).Distinct().Order(StringComparer.Ordinal);
        return new InspectorTrace(inspector.Id, inspector.Department, inspector.Skills, [.. drawn], entitled, served);
    }

    private static bool Qualifies(Inspector inspector, TeamRequest request) =>
        inspector.Department == request.Department && (request.Skill.Length == 0 || inspector.Skills.Contains(request.Skill));
}

using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>
/// What each inspector was entitled to, and how often each served. Everybody who qualifies has a share of every visit that
/// asks for such a person, but of those for which recused; so the shares are added up once for each kind of team, and what
/// recusals take away is taken from the sum.
/// </summary>
internal sealed class VisitShares
{
    private readonly Dictionary<(string Department, string Skill), double> sums = [];
    private readonly ILookup<string, TeamTrace> byEnterprise;
    private readonly Dictionary<string, int> served;

    public VisitShares(IReadOnlyList<TeamTrace> teams)
    {
        foreach (var team in teams)
            sums[(team.Department, team.Skill)] = sums.GetValueOrDefault((team.Department, team.Skill)) + team.Share;
        byEnterprise = teams.ToLookup(static team => team.Uscc);
        served = teams.SelectMany(static team => team.Inspectors).CountBy(static id => id).ToDictionary();
    }

    public InspectorTrace Of(Inspector inspector)
    {
        var recused = inspector.Recused.Select(static uscc => uscc.ToString()).Where(byEnterprise.Contains).ToList();
        var all = sums.Where(sum => Asks(sum.Key.Department, sum.Key.Skill, inspector)).Sum(static sum => sum.Value);
        var lost = recused.SelectMany(uscc => byEnterprise[uscc])
            .Where(team => Asks(team.Department, team.Skill, inspector)).Sum(static team => team.Share);
        return new InspectorTrace(
            inspector.Id, inspector.Department, inspector.Skills, recused, all - lost, served.GetValueOrDefault(inspector.Id));
    }

    private static bool Asks(string department, string skill, Inspector inspector) =>
        department == inspector.Department && (skill.Length == 0 || inspector.Skills.Contains(skill));
}

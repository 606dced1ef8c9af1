namespace Inspection.App.Oversight;

/// <summary>
/// Looks at how often each inspector served, against what the credits entitle to. In one draw nobody is a whole visit away
/// from the share, so of two neighbouring numbers one comes out; over many draws these roundings hardly add up.
/// </summary>
/// <remarks>
/// <code>
/// P(|Σ (served − entitled)| ≥ t) ≤ 2 · exp(−2·t² / Σ width²)
/// </code>
/// Hoeffding's inequality ("Probability inequalities for sums of bounded random variables", Journal of the American
/// Statistical Association 58, 1963), the width being 1; in a department that sends two teams to one enterprise people stay
/// within two visits, so it is 4. It is a bound: the true chance is smaller.
/// </remarks>
internal static class InspectorLooks
{
    private const double OneTeam = 1;
    private const double SeveralTeams = 4;

    public static IEnumerable<Look> At(IReadOnlyList<DrawTrace> draws) => draws
        .SelectMany(static draw => InDraw(draw))
        .GroupBy(static found => found.Inspector.Id)
        .Select(static found => Of(found.Key, [.. found]));

    private static IEnumerable<(InspectorTrace Inspector, double Width)> InDraw(DrawTrace draw)
    {
        var several = draw.Teams.GroupBy(static team => (team.Uscc, team.Department)).Where(static teams => teams.Skip(1).Any())
            .Select(static teams => teams.Key.Department).ToHashSet();
        return draw.Inspectors.Where(static inspector => inspector.Entitled > 0 || inspector.Served > 0)
            .Select(inspector => (inspector, several.Contains(inspector.Department) ? SeveralTeams : OneTeam));
    }

    private static Look Of(string id, List<(InspectorTrace Inspector, double Width)> found)
    {
        var (served, entitled) = (found.Sum(static one => one.Inspector.Served), found.Sum(static one => one.Inspector.Entitled));
        var (off, widths) = (served - entitled, found.Sum(static one => one.Width * one.Width));
        return new Look(LookKind.Inspector, id, served, entitled, Math.Min(1, 2 * Math.Exp(-2 * off * off / widths)));
    }
}

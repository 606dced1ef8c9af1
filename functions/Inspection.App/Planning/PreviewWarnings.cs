using Inspection.App.Languages;

namespace Inspection.App.Planning;

/// <summary>What a person should know before committing.</summary>
internal static class PreviewWarnings
{
    private const int SmallRoster = 10;

    public static IEnumerable<Saying> OfClasses(int roster, IReadOnlyList<ClassPreview> classes)
    {
        // Of those who are all inspected nobody is guessed.
        if (roster < SmallRoster && !classes.All(static c => c.Chance >= 1))
        {
            yield return new Saying(
                $"only {roster} enterprises can be drawn: whoever is drawn could be guessed; widen the scope or inspect all of them as a targeted task",
                $"只有 {roster} 户可以抽取，抽中谁容易被猜到；请扩大范围，或者改为逐户检查");
        }

        var total = classes.Sum(static c => c.Expected);
        foreach (var c in classes.Where(c => c.Expected > total / 2 && classes.Count(static other => other.Size > 0) > 1))
        {
            yield return new Saying(
                $"class {c.RiskClass} is expected to make up {c.Expected / total:P0} of the selection: being drawn would tell an enterprise's class; inspect it as a targeted task",
                $"预计抽中的企业里有 {100 * c.Expected / total:0}% 是 {c.RiskClass} 类，被抽中就等于说出了类别；这一类请改为逐户检查");
        }

        // Only a quota can ask for more than there are; the commitment would be refused.
        foreach (var c in classes.Where(static c => c.Chance > 1))
        {
            yield return new Saying(
                $"class {c.RiskClass} has {c.Size} enterprises, fewer than the {c.Expected:0} that are to be drawn of it; lower the number",
                $"{c.RiskClass} 类只有 {c.Size} 户，抽不出 {c.Expected:0} 户；请减少定额");
        }
    }

    public static IEnumerable<Saying> OfTeams(IEnumerable<TeamPreview> teams, IEnumerable<DepartmentTeam> departments) =>
        from pair in teams.Zip(departments, static (team, asked) => (Team: team, Asked: asked))
        where pair.Team.Inspectors < pair.Asked.Size
        let english = pair.Team.Skill.Length > 0 ? $" with the skill {pair.Team.Skill}" : ""
        let chinese = pair.Team.Skill.Length > 0 ? $"、专业为{pair.Team.Skill}" : ""
        select new Saying(
            $"{pair.Team.Department} has {pair.Team.Inspectors} inspectors who can serve{english}, fewer than the {pair.Asked.Size} of a team: every visit will be short",
            $"{pair.Team.Department}能参加{chinese}的执法检查人员有 {pair.Team.Inspectors} 人，少于每户 {pair.Asked.Size} 人，每一户都会缺人");

    public static IEnumerable<Saying> OfCoverage(PlanCoverage? coverage)
    {
        if (coverage is { IsTooLow: true })
        {
            yield return new Saying(
                $"the plan's rates reach {coverage.Share:P1} of the {coverage.Covered} enterprises that it covers, under the {coverage.Minimum / 100.0}% of Rules:{nameof(RuleOptions.OverallMinimum)}; raise a rate, or widen the scope to classes that are drawn more",
                $"按计划的比例，全年只抽到范围内 {coverage.Covered} 户的 {100 * coverage.Share:0.#}%，低于 {coverage.Minimum / 100.0}%（设置 Rules:{nameof(RuleOptions.OverallMinimum)}）；请提高比例，或者把范围扩大到抽取较多的类别");
        }
    }
}

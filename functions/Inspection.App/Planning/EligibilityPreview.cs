using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>What can be said of a class before the draw.</summary>
/// <param name="RiskClass">The class.</param>
/// <param name="Size">How many can be drawn.</param>
/// <param name="Chance">The chance of each of them, 0 to 1.</param>
/// <param name="Expected">How many are expected to be drawn.</param>
public sealed record ClassPreview(string RiskClass, int Size, double Chance, double Expected);

/// <summary>What a department's inspectors have before them.</summary>
/// <param name="Department">The department.</param>
/// <param name="Skill">The skill that is asked; empty where none.</param>
/// <param name="Inspectors">How many can serve.</param>
/// <param name="VisitsEach">How many visits each is expected to make.</param>
public sealed record TeamPreview(string Department, string Skill, int Inspectors, double VisitsEach);

/// <summary>What a regulator sees before anything is committed.</summary>
public sealed record EligibilityPreview
{
    private const int SmallRoster = 10;

    public required int Roster { get; init; }

    public required IReadOnlyList<ClassPreview> Classes { get; init; }

    /// <summary>How many each rule left out, by the rule's code.</summary>
    public required IReadOnlyDictionary<string, int> LeftOut { get; init; }

    public required IReadOnlyList<TeamPreview> Teams { get; init; }

    public required IReadOnlyList<UnavailableInspector> UnavailableInspectors { get; init; }

    /// <summary>The share of whom it covers that the plan draws in its year, 0 to 1; null for a task outside any plan.</summary>
    public required double? PlanShare { get; init; }

    /// <summary>What a person should know before committing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Makes the preview.</summary>
    public static EligibilityPreview Of(Eligibility eligibility, IReadOnlyList<DepartmentTeam> departments)
    {
        ArgumentNullException.ThrowIfNull(eligibility);
        ArgumentNullException.ThrowIfNull(departments);
        var classes = ClassesOf(eligibility.Sampling);
        var teams = TeamsOf(eligibility.Inspectors, departments, classes.Sum(static c => c.Expected));
        return new EligibilityPreview
        {
            Roster = eligibility.Roster?.Size ?? 0,
            Classes = classes,
            LeftOut = eligibility.Excluded.Items.CountBy(static item => item.Reason).ToDictionary(),
            Teams = teams,
            UnavailableInspectors = eligibility.Unavailable,
            PlanShare = eligibility.Coverage?.Share,
            Warnings =
            [
                .. WarningsOf(eligibility.Roster?.Size ?? 0, classes),
                .. WarningsOf(teams, departments),
                .. WarningsOf(eligibility.Coverage),
            ],
        };
    }

    private static List<ClassPreview> ClassesOf(Sampling? sampling) => sampling is null
        ? []
        : [.. sampling.Sizes.Zip(
            Quotas.Chances(sampling),
            static (size, chance) => new ClassPreview(size.RiskClass.ToString(), size.Size, chance, chance * size.Size))];

    private static List<TeamPreview> TeamsOf(InspectorList inspectors, IReadOnlyList<DepartmentTeam> departments, double visits) =>
    [
        .. departments.Select(team =>
        {
            var able = inspectors.Items.Count(i =>
                i.Department == team.Department && (team.Skill.Length == 0 || i.Skills.Contains(team.Skill)));
            return new TeamPreview(team.Department, team.Skill, able, able == 0 ? 0 : visits * team.Size / able);
        }),
    ];

    private static IEnumerable<string> WarningsOf(int roster, List<ClassPreview> classes)
    {
        // Of those who are all inspected nobody is guessed.
        if (roster < SmallRoster && !classes.TrueForAll(static c => c.Chance >= 1))
            yield return $"only {roster} enterprises can be drawn: whoever is drawn could be guessed; widen the scope or inspect all of them as a targeted task";
        var total = classes.Sum(static c => c.Expected);
        foreach (var c in classes.Where(c => c.Expected > total / 2 && classes.Count(static other => other.Size > 0) > 1))
            yield return $"class {c.RiskClass} is expected to make up {c.Expected / total:P0} of the selection: being drawn would tell an enterprise's class; inspect it as a targeted task";
    }

    private static IEnumerable<string> WarningsOf(List<TeamPreview> teams, IReadOnlyList<DepartmentTeam> departments)
    {
        foreach (var (team, asked) in teams.Zip(departments).Where(pair => pair.First.Inspectors < pair.Second.Size))
            yield return $"{team.Department} has {team.Inspectors} inspectors who can serve{(team.Skill.Length > 0 ? $" with the skill {team.Skill}" : "")}, fewer than the {asked.Size} of a team: every visit will be short";
    }

    private static IEnumerable<string> WarningsOf(PlanCoverage? coverage)
    {
        if (coverage is { IsTooLow: true })
        {
            yield return $"the plan's rates reach {coverage.Share:P1} of the {coverage.Covered} enterprises that it covers, under the {coverage.Minimum / 100.0}% of Rules:{nameof(RuleOptions.OverallMinimum)}; raise a rate, or widen the scope to classes that are drawn more";
        }
    }
}

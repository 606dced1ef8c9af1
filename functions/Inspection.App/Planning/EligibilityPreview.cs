using Inspection.App.Languages;
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

    /// <summary>The same in both languages, for pages.</summary>
    internal IReadOnlyList<Saying> Sayings { get; private init; } = [];

    /// <summary>Makes the preview.</summary>
    public static EligibilityPreview Of(Eligibility eligibility, IReadOnlyList<DepartmentTeam> departments)
    {
        ArgumentNullException.ThrowIfNull(eligibility);
        return Of(EligibilityCount.Of(eligibility), eligibility.Sampling, departments);
    }

    /// <summary>Makes the preview of one way to draw those who were counted.</summary>
    public static EligibilityPreview Of(EligibilityCount count, Sampling? sampling, IReadOnlyList<DepartmentTeam> departments)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(departments);
        var classes = ClassesOf(sampling);
        var teams = TeamsOf(count.Inspectors, departments, classes.Sum(static c => c.Expected));
        IReadOnlyList<Saying> sayings =
        [
            .. PreviewWarnings.OfClasses(count.Roster, classes),
            .. PreviewWarnings.OfTeams(teams, departments),
            .. PreviewWarnings.OfCoverage(count.Coverage),
        ];
        return new EligibilityPreview
        {
            Roster = count.Roster,
            Classes = classes,
            LeftOut = count.LeftOut,
            Teams = teams,
            UnavailableInspectors = count.Unavailable,
            PlanShare = count.Coverage?.Share,
            Warnings = [.. sayings.Select(static saying => saying.English)],
            Sayings = sayings,
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
}

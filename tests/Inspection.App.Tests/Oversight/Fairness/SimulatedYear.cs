using Inspection.App.Directory;
using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Tests.Oversight.Fairness;

/// <summary>
/// A year of two plans, each of which draws six times by the protocol, under keys of a seed. A cheat tries keys until none
/// of the friends is drawn, and puts a steered inspector on the team of every enterprise of a list, in place of another.
/// </summary>
internal sealed class SimulatedYear(ulong seed)
{
    private const int Draws = 6;

    private static readonly Dictionary<RiskClass, BasisPoints> Rates = new()
    {
        [RiskClass.Parse("A")] = new(500), [RiskClass.Parse("B")] = new(1000),
        [RiskClass.Parse("C")] = new(3000), [RiskClass.Parse("D")] = new(10000),
    };

    private readonly SimulatedDistrict district = new(1);
    private readonly InspectorList inspectors = Inspectors();

    public IReadOnlyList<SimulatedEnterprise> Enterprises => district.Enterprises;

    /// <summary>Whom a cheat spares.</summary>
    public HashSet<UnifiedSocialCreditCode> Friends { get; init; } = [];

    /// <summary>Where a cheat sends the steered inspector.</summary>
    public HashSet<UnifiedSocialCreditCode> Steered { get; init; } = [];

    public const string SteeredInspector = "甲-03";

    public IReadOnlyList<DrawTrace> Run()
    {
        var traces = new List<DrawTrace>();
        foreach (var series in new[] { "计划一", "计划二" })
        {
            var drawn = new HashSet<UnifiedSocialCreditCode>();
            for (var number = 1; number <= Draws; number++)
            {
                var (draw, teams) = Draw(series, number, drawn);
                drawn.UnionWith(draw.Record.Selected.Select(static lot => lot.Uscc));
                var at = new DateTimeOffset(2026, 2 * number, series == "计划一" ? 1 : 15, 1, 0, 0, TimeSpan.Zero);
                var tally = new GroupTally(draw.Materials.Roster, draw.Record);
                foreach (var one in district.Enterprises)
                    tally.Add(one.Uscc, one.District, one.Industry);
                traces.Add(DrawTracer.Trace(series, at, draw.Notice.Terms, inspectors, draw.Record, teams, tally));
            }
        }

        return traces;
    }

    private (Draw Draw, TeamRecord Teams) Draw(string series, int number, HashSet<UnifiedSocialCreditCode> before)
    {
        var roster = district.RosterWithout(before);
        var sampling = Sampling.ByQuotas(roster, Rates.ToDictionary(static rate => rate.Key, rate => MonthlyShare.Quota(
            rate.Value,
            roster.Classes.Where(c => c.RiskClass == rate.Key).Sum(static c => c.Size),
            district.Enterprises.Count(one => one.RiskClass == rate.Key && before.Contains(one.Uscc)),
            Draws + 1 - number)));
        for (var attempt = 0; ; attempt++)
        {
            var materials = new DrawMaterials(Key(series, number, attempt), roster, ExclusionList.Create([]), inspectors);
            var draw = Inspection.Drawing.Draw.Run(materials.Commit(Terms(series, number, sampling)), materials, new NoEntropy());
            if (!draw.Record.Selected.Any(lot => Friends.Contains(lot.Uscc)))
                return (draw, draw.Teams with { Selected = [.. draw.Teams.Selected.Select(Steer)] });
        }
    }

    private VisitTeams Steer(VisitTeams visit) =>
        !Steered.Contains(visit.Uscc) || visit.Teams[0].Inspectors.Contains(SteeredInspector)
            ? visit
            : visit with { Teams = [visit.Teams[0] with { Inspectors = [SteeredInspector, .. visit.Teams[0].Inspectors.Skip(1)] }, .. visit.Teams.Skip(1)] };

    private DrawKey Key(string series, int number, int attempt)
    {
        var random = SampleRandom.Of(seed, stream: series == "计划一" ? 1UL : 2UL, (1000 * number) + attempt);
        return new DrawKey([.. Enumerable.Range(0, DrawKey.Size).Select(_ => (byte)random.Below(256))]);
    }

    private static NoticeTerms Terms(string series, int number, Sampling sampling) => new()
    {
        DrawId = $"{(series == "计划一" ? "p1" : "p2")}-{number}",
        TaskId = $"{(series == "计划一" ? "p1" : "p2")}-{number}",
        Title = series,
        Authority = "测试区市场监管局",
        Scope = "测试区",
        CommittedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        StartsOn = new DateOnly(2026, 1, 1),
        EndsOn = new DateOnly(2026, 12, 31),
        Entropy = new NoEntropyPlan(),
        RosterRoot = default,
        RosterSize = 0,
        Excluded = new SealedList(default, 0),
        Inspectors = new SealedList(default, 0),
        Sampling = sampling,
        Reserve = 2,
        Teams = [new TeamRequest("甲局", 2), new TeamRequest("乙局", 1, "电梯")],
    };

    /// <summary>Fifteen of each department; every third holds the skill, and every fourth is recused for some.</summary>
    private static InspectorList Inspectors()
    {
        var enterprises = new SimulatedDistrict(1).Enterprises;
        var random = new SampleRandom(2);
        return InspectorList.Create(new[] { "甲", "乙" }.SelectMany(name => Enumerable.Range(0, 15).Select(i => new Inspector(
            $"{name}-{i:d2}", $"{name}局", i % 3 == 0 ? ["电梯"] : [],
            i % 4 == 0 ? [.. Enumerable.Range(0, 40).Select(_ => enterprises[random.Below(enterprises.Count)].Uscc)] : []))));
    }
}

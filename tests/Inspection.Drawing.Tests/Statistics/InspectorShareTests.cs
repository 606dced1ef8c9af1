using Inspection.Drawing.Hashing;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;
using Inspection.Drawing.Tests.Properties;

namespace Inspection.Drawing.Tests.Statistics;

/// <summary>
/// The credits' purpose: whoever could serve serves as much as their fair share, which is the sum of min(k, E) / E over
/// the visits for which they are eligible, recomputed here from the lists alone.
/// </summary>
public sealed class InspectorShareTests
{
    private static readonly RiskClass Any = RiskClass.Parse("A");

    /// <summary>Ten visits among seven whom nothing tells apart: one each, and a second one for any three of them.</summary>
    [Fact]
    public void Those_whom_nothing_tells_apart_have_the_same_chance_of_the_visit_more()
    {
        const int draws = 6000;
        var inspectors = InspectorList.Create(Enumerable.Range(1, 7).Select(i => new Inspector($"{i}", "局", [], [])));
        var second = inspectors.Items.ToDictionary(inspector => inspector.Id, _ => 0);
        var firstSubstitute = inspectors.Items.ToDictionary(inspector => inspector.Id, _ => 0);
        foreach (var seed in Chance.Seeds(draws))
        {
            var visits = Match(Lots(5, seed), inspectors, [new TeamRequest("局", 2)]);
            foreach (var (id, count) in Shares.Visits(visits, inspectors))
            {
                Assert.InRange(count, 1, 2);
                second[id] += count - 1;
            }

            // Pairs are served by ticket: in the first one every credit is the same.
            firstSubstitute[visits[0].Teams[0].Substitutes[0]]++;
        }

        foreach (var id in second.Keys)
        {
            Chance.AssertFair($"a second visit for {id}", second[id], draws, 3 / 7.0);
            Chance.AssertFair($"{id} the first substitute", firstSubstitute[id], draws, 1 / 7.0);
        }
    }

    /// <summary>
    /// The invariant that the credits aim at. It is observed, not proven: over made-up draws of every kind nobody is a
    /// whole visit away from their share, as long as no department sends two teams to one enterprise.
    /// </summary>
    [Fact]
    public void In_made_up_draws_nobody_is_a_whole_visit_away_from_their_share()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var inputs = PlainScenario.Of(seed);
            var teams = inputs.Notice.Teams.DistinctBy(team => team.Department).ToList();
            var draw = Counterpart.Run(inputs with { Notice = inputs.Notice with { Teams = teams } });
            AssertWithin(1, $"seed {seed}", draw.Teams.Selected, draw.Notice.Terms.Teams, draw.Materials.Inspectors);
        }
    }

    /// <summary>200 visits, each closed by recusals to most inspectors: every one has another set of eligible.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(25)]
    public void However_recusals_fall_nobody_is_a_whole_visit_away_from_their_share(int inspectors)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new PlainRandom(seed);
            var lots = Lots(200, Digest.Of([(byte)seed]));
            var list = RecusedAtRandom(random, lots, inspectors, fewest: 2);
            TeamRequest[] teams = [new("局", random.From(1, 3))];
            AssertWithin(1, $"seed {seed}", Match(lots, list, teams), teams, list);
        }
    }

    /// <summary>
    /// A second team of the same department, of a rarer skill, and always enough people for both. Whoever serves in one
    /// earns for the other too, which costs some balance, but it does not add up from visit to visit.
    /// </summary>
    [Fact]
    public void A_department_that_is_asked_twice_and_has_enough_people_keeps_everybody_within_two_visits()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new PlainRandom(seed);
            var lots = Lots(200, Digest.Of([(byte)seed, 2]));
            var list = RecusedAtRandom(random, lots, 12, fewest: 8);
            TeamRequest[] teams = [new("局", 2), new("局", 1, "电梯")];
            AssertWithin(2, $"seed {seed}", Match(lots, list, teams), teams, list);
        }
    }

    private static void AssertWithin(
        double bound,
        string what,
        IReadOnlyList<VisitTeams> visits,
        IReadOnlyList<TeamRequest> teams,
        InspectorList inspectors)
    {
        var (served, share) = (Shares.Visits(visits, inspectors), Shares.Entitlements(visits, teams, inspectors));
        foreach (var id in served.Keys)
        {
            Assert.True(
                Math.Abs(served[id] - share[id]) < bound,
                $"{what}: {id} serves {served[id]} times, the share is {share[id]:F3}");
        }
    }

    private static Lot[] Lots(int count, Digest seed) =>
    [
        .. Enumerable.Range(0, count)
            .Select(i => new Lot(Counterpart.Uscc(Codes.Numbered(i)), Any, Digest.Of([.. seed.ToArray(), (byte)i])))
            .OrderBy(lot => lot.Ticket),
    ];

    private static IReadOnlyList<VisitTeams> Match(Lot[] lots, InspectorList inspectors, TeamRequest[] teams) =>
        TeamMatch.Run(lots, [], inspectors, teams, new LibraryHasher(), WorkOptions.Default).Selected;

    /// <summary>Half of the inspectors hold the skill 电梯; for each enterprise some are not recused.</summary>
    private static InspectorList RecusedAtRandom(PlainRandom random, Lot[] lots, int count, int fewest)
    {
        var recused = Enumerable.Range(0, count).Select(_ => new List<UnifiedSocialCreditCode>()).ToArray();
        foreach (var lot in lots)
        {
            var eligible = random.From(fewest, Math.Max(fewest, count / 2));
            foreach (var inspector in random.Shuffled(Enumerable.Range(0, count)).Skip(eligible))
                recused[inspector].Add(lot.Uscc);
        }

        return InspectorList.Create(recused.Select((codes, i) =>
            new Inspector($"{i:D3}", "局", i % 2 == 0 ? ["电梯"] : [], codes)));
    }
}

using FsCheck.Xunit;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Properties;

/// <summary>PROTOCOL.md, section 7: who inspects whom.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)], MaxTest = 100)]
public sealed class TeamProperties
{
    [Property]
    public void Whoever_serves_or_stands_by_is_eligible(MadeUpDraw made)
    {
        foreach (var (visit, request, team) in made.Pairs)
        {
            Assert.Equal(request.Department, team.Department);
            Assert.Subset(
                made.Eligible(visit.Uscc, request).Select(inspector => inspector.Id).ToHashSet(),
                team.Inspectors.Concat(team.Substitutes).ToHashSet());
        }
    }

    [Property]
    public void Nobody_is_twice_on_the_teams_of_one_enterprise_nor_a_substitute_of_their_own_team(MadeUpDraw made)
    {
        foreach (var visit in made.Visits)
        {
            var serving = visit.Teams.SelectMany(team => team.Inspectors).ToArray();
            Assert.Equal(serving.Length, serving.Distinct().Count());
            Assert.All(visit.Teams, team => Assert.Equal(
                team.Inspectors.Count + team.Substitutes.Count, team.Inspectors.Union(team.Substitutes).Count()));
        }
    }

    [Property]
    public void A_team_is_full_or_has_everybody_who_is_free_and_says_how_many_are_missing(MadeUpDraw made)
    {
        foreach (var (visit, request, team) in made.Pairs)
        {
            Assert.Equal(request.Size, team.Inspectors.Count + team.Shortage);
            Assert.InRange(team.Substitutes.Count, 0, team.Shortage > 0 ? 0 : request.Size);
            var serving = visit.Teams.SelectMany(one => one.Inspectors).ToHashSet();
            if (team.Shortage > 0)
                Assert.All(made.Eligible(visit.Uscc, request), inspector => Assert.Contains(inspector.Id, serving));
        }
    }

    [Property]
    public void Teams_stand_in_the_order_of_the_record_and_of_the_notice(MadeUpDraw made)
    {
        var (record, teams) = (made.Draw.Record, made.Draw.Teams);
        Assert.Equal(record.Selected.Select(lot => lot.Uscc), teams.Selected.Select(visit => visit.Uscc));
        Assert.Equal(record.Reserves.Select(lot => lot.Uscc), teams.Reserves.Select(visit => visit.Uscc));
        var departments = made.Requests.Select(request => request.Department).ToArray();
        Assert.All(made.Visits, visit => Assert.Equal(departments, visit.Teams.Select(team => team.Department)));
        foreach (var (_, _, team) in made.Pairs)
            Assert.Equal(team.Inspectors.Order(ProtocolText.Order), team.Inspectors);
    }

    /// <summary>Those whom nothing tells apart take turns: no two are more than one visit apart, whoever they are.</summary>
    [Property]
    public void Inspectors_of_one_department_without_recusals_are_at_most_one_visit_apart(MadeUpDraw made, byte size)
    {
        var inputs = made.Inputs;
        var alike = inputs.Inspectors.Select(one => one with { Department = "局", Skills = [], Recused = [] }).ToList();
        var team = new PlainTeamRule("局", 1 + (size % 5), "");
        var draw = Counterpart.Run(inputs with { Inspectors = alike, Notice = inputs.Notice with { Teams = [team] } });
        var visits = Shares.Visits(draw.Teams.Selected, draw.Materials.Inspectors);
        if (visits.Count > 0)
            Assert.InRange(visits.Values.Max() - visits.Values.Min(), 0, 1);
    }

    /// <summary>
    /// Where no department appears twice, a pair's visits are exactly what its eligible inspectors earn: all credits sum
    /// to zero, but for what rounding down takes, less than E · 2^-32 a pair.
    /// </summary>
    [Property]
    public void All_that_is_earned_is_served(MadeUpDraw made)
    {
        var inputs = made.Inputs;
        var teams = inputs.Notice.Teams.DistinctBy(team => team.Department).ToList();
        var draw = Counterpart.Run(inputs with { Notice = inputs.Notice with { Teams = teams } });
        var (visits, earned) = (
            Shares.Visits(draw.Teams.Selected, draw.Materials.Inspectors),
            Shares.Entitlements(draw.Teams.Selected, draw.Notice.Terms.Teams, draw.Materials.Inspectors));
        Assert.Equal(visits.Values.Sum(), earned.Values.Sum(), 1e-6);
    }
}

using Inspection.App.Directory;
using Inspection.App.Oversight;
using MathNet.Numerics.Distributions;

namespace Inspection.App.Tests.Oversight.Fairness;

public sealed class LookTests
{
    /// <summary>
    /// The distances that chance passes once in twenty and once in a hundred times: Massey, "The Kolmogorov–Smirnov test for
    /// goodness of fit", Journal of the American Statistical Association 46 (1951), table 1.
    /// </summary>
    [Theory]
    [InlineData(10, 0.410, 0.490)]
    [InlineData(20, 0.294, 0.356)]
    [InlineData(30, 0.24, 0.29)]
    public void P_values_of_distances_are_those_of_the_published_table(int count, double atFive, double atOne)
    {
        Assert.Equal(0.05, KolmogorovSmirnov.PValue(atFive, count), 0.005);
        Assert.Equal(0.01, KolmogorovSmirnov.PValue(atOne, count), 0.002);
    }

    [Fact]
    public void A_distance_is_the_largest_step_away_from_the_diagonal() =>
        Assert.Equal((2 / 3.0) - 0.2, KolmogorovSmirnov.Distance([0.2, 0.6, 0.1]), 1e-12);

    [Fact]
    public void Members_among_the_drawn_are_hypergeometric_and_classes_add_up()
    {
        var (one, other) = (new Hypergeometric(60, 25, 12), new Hypergeometric(8, 3, 8));

        var sum = CountDistribution.OfMembers(60, 25, 12).Plus(CountDistribution.OfMembers(8, 3, 8));

        Assert.Equal(one.Mean + other.Mean, sum.Mean, 1e-9);
        Assert.Equal(one.CumulativeDistribution(4), sum.AtMost(7), 1e-9);
        Assert.Equal(1 - one.CumulativeDistribution(7), sum.AtLeast(11), 1e-9);
        Assert.Equal(2 * (1 - one.CumulativeDistribution(7)), sum.BothTails(11), 1e-9);
        Assert.Equal(1, sum.AtMost(100), 1e-9);
    }

    [Theory]
    [InlineData(LookKind.Tickets, 3.0, 1.0)]
    [InlineData(LookKind.Thresholds, 1.0, 1.4)]
    public void Tickets_that_were_not_drawn_stand_out(LookKind kind, double bend, double stretch)
    {
        Assert.All(TicketLooks.At([Draw(1, 1)]), static look => Assert.InRange(look.PValue, 0.02, 1));
        Assert.True(TicketLooks.At([Draw(bend, stretch)]).Single(look => look.Kind == kind).PValue < 0.001);
    }

    [Fact]
    public void An_inspector_who_is_spared_in_every_draw_stands_out_and_one_who_is_rounded_does_not()
    {
        var draws = Enumerable.Range(0, 12).Select(month => Draw([Inspector("甲", 2.4, 0), Inspector("乙", 2.4, month % 5 < 2 ? 3 : 2)], [])).ToList();

        var looks = InspectorLooks.At(draws).ToDictionary(static look => look.Subject);

        Assert.True(looks["甲"].PValue < 1e-9);
        Assert.Equal(28.8, looks["甲"].Expected, 1e-9);
        Assert.True(looks["乙"].PValue > 0.9);
    }

    [Fact]
    public void Meeting_again_counts_only_where_the_two_could_meet()
    {
        TeamTrace[] both = [new TeamTrace("企业", "局", "", 0.2, ["甲"]), new TeamTrace("另一企业", "局", "电梯", 0.5, ["乙"])];
        var draws = Enumerable.Range(0, 5).Select(month => Draw(
            [Inspector("甲", 1, 1), Inspector("乙", 1, 1) with { Skills = ["电梯"] }, Inspector("丙", 1, 0)],
            month == 4 ? [both[0] with { Inspectors = ["丙"] }] : both)).ToList();

        var looks = PairLooks.At(draws).ToDictionary(static look => look.Subject);

        Assert.Equal(["乙", "甲"], looks.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((3, 0.8), (looks["甲"].Observed, Math.Round(looks["甲"].Expected, 9)));
        // Three times or more of four at a chance of a fifth.
        Assert.Equal((4 * 0.008 * 0.8) + 0.0016, looks["甲"].PValue, 1e-12);
        Assert.Equal((3, 1.5), (looks["乙"].Observed, Math.Round(looks["乙"].Expected, 9)));
    }

    /// <summary>Twelve classes of 400 of which 40 have the smallest tickets, bent and stretched.</summary>
    private static DrawTrace Draw(double bend, double stretch)
    {
        var random = new SampleRandom(8);
        return Draw([], []) with
        {
            Classes = [.. Enumerable.Range(0, 12).Select(number => new ClassTrace(
                $"{number}", 400,
                [.. Enumerable.Range(0, 400).Select(_ => random.Next() / (double)ulong.MaxValue).Order().Take(40)
                    .Select(ticket => stretch * 0.1 * Math.Pow(ticket / 0.1, bend))]))],
        };
    }

    private static DrawTrace Draw(IReadOnlyList<InspectorTrace> inspectors, IReadOnlyList<TeamTrace> teams) => new()
    {
        DrawId = "d",
        Series = "s",
        DrawnAt = DateTimeOffset.UnixEpoch,
        Classes = [],
        Groups = [],
        Places = [],
        Inspectors = inspectors,
        Teams = teams,
    };

    private static InspectorTrace Inspector(string id, double entitled, int served) => new(id, "局", [], [], entitled, served);
}

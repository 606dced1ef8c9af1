using Inspection.App.Oversight;

namespace Inspection.App.Tests.Oversight.Figures;

public sealed class PublicRateRuleTests
{
    [Fact]
    public void Under_ten_inspected_nothing_is_public()
    {
        Assert.False(PublicRateRule.Allows([Of(100, 9, 0)]));
        Assert.True(PublicRateRule.Allows([Of(100, 10, 0)]));
    }

    [Fact]
    public void A_rate_that_would_tell_the_class_of_the_one_with_a_problem_is_not_public()
    {
        Assert.False(PublicRateRule.Allows([Of(1000, 20, 0), Of(20, 20, 1)]));
        Assert.False(PublicRateRule.Allows([Of(1000, 20, 2), Of(20, 20, 2)]));
        Assert.True(PublicRateRule.Allows([Of(1000, 20, 2), Of(20, 20, 3)]));
    }

    [Fact]
    public void Five_of_one_class_tell_it_all_the_same()
    {
        Assert.False(PublicRateRule.Allows([Of(1000, 20, 0), Of(20, 20, 9)]));
        Assert.False(PublicRateRule.Allows([Of(1000, 20, 20), Of(20, 20, 11)]));
    }

    [Fact]
    public void Where_everybody_weighs_the_same_a_rate_tells_no_class() =>
        Assert.True(PublicRateRule.Allows([Of(1000, 20, 1), Of(500, 10, 0)]));

    [Fact]
    public void No_part_is_found_by_taking_the_others_from_the_total()
    {
        IReadOnlyList<Stratum>[] parts = [[Of(1000, 4, 0)], [Of(1000, 12, 0)], [Of(1000, 90, 0)], [Of(1000, 60, 0)]];

        // The first has too few; with the second they are 16 together.
        Assert.Equal([0, 1], PublicRateRule.Hidden(parts).Order());
        Assert.Empty(PublicRateRule.Hidden(parts[1..]));
        Assert.Empty(PublicRateRule.Hidden([[Of(1000, 40, 0)], []]).Except([1]));
    }

    [Fact]
    public void A_public_rate_is_in_whole_percents_and_its_limits_are_rounded_outwards()
    {
        Stratum[] strata = [Of(1000, 50, 4), Of(60, 30, 7)];
        var row = new RateRow("", "", "", "", RateEstimator.Estimate(strata), new LeftOutCount(80, 0, 0, 0, 0, 0, 0), true);

        var shown = PublicRate.Of(row)!;

        Assert.Equal((9, 3, 19, 80), (shown.Percent, shown.Lower, shown.Upper, shown.Inspected));
        Assert.Null(PublicRate.Of(row with { IsPublishable = false }));
    }

    private static Stratum Of(int size, int inspected, int problems) => new(size, inspected, inspected, inspected, problems, 0);
}

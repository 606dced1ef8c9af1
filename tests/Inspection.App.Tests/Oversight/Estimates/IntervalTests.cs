using Inspection.App.Oversight;

namespace Inspection.App.Tests.Oversight.Estimates;

public sealed class IntervalTests
{
    /// <summary>
    /// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I:
    /// methods 5 (Clopper–Pearson) and 6 (mid-P), to the four places that it prints.
    /// </summary>
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676, 0.2544, 0.3658)]
    [InlineData(15, 148, 0.0578, 0.1617, 0.0601, 0.1581)]
    [InlineData(0, 20, 0.0000, 0.1684, 0.0000, 0.1391)]
    [InlineData(1, 29, 0.0009, 0.1776, 0.0017, 0.1585)]
    public void Limits_of_a_single_rate_are_the_published_ones(
        int x, int n, double exactLower, double exactUpper, double midLower, double midUpper)
    {
        var (rate, half) = ((double)x / n, 0.000051);

        var exact = BinomialLimits.ClopperPearson(rate, n);
        var mid = BinomialLimits.MidP(rate, n);

        Assert.Equal(exactLower, exact.Lower, half);
        Assert.Equal(exactUpper, exact.Upper, half);
        Assert.Equal(midLower, mid.Lower, half);
        Assert.Equal(midUpper, mid.Upper, half);
    }

    [Fact]
    public void Limits_of_all_are_those_of_none_turned_round()
    {
        var (none, all) = (BinomialLimits.MidP(0, 12.5), BinomialLimits.MidP(1, 12.5));

        Assert.Equal(1 - none.Upper, all.Lower, 1e-12);
        Assert.Equal(1, all.Upper);
        // (1 − p)^n / 2 = α / 2
        Assert.Equal(1 - Math.Pow(0.05, 1 / 12.5), none.Upper, 1e-9);
    }

    [Theory]
    [InlineData(1e5, 0.0004)]
    [InlineData(1e7, 0.03)]
    [InlineData(3e7, 0.4)]
    public void Limits_of_very_large_samples_are_about_two_standard_errors_away(double size, double rate)
    {
        var error = Math.Sqrt(rate * (1 - rate) / size);

        foreach (var limits in new[] { BinomialLimits.ClopperPearson(rate, size), BinomialLimits.MidP(rate, size) })
        {
            Assert.InRange((rate - limits.Lower) / error, 1.6, 2.2);
            Assert.InRange((limits.Upper - rate) / error, 1.8, 2.4);
        }
    }

    /// <summary>The effective size is that of the variance of a sample without replacement, p·q/n · (N − n)/(N − 1).</summary>
    [Fact]
    public void Where_a_stratum_is_inspected_whole_the_effective_size_is_the_textbooks()
    {
        Assert.Equal(40 * 599 / 560.0, RecoveredInterval.EffectiveSize(new Stratum(600, 40, 40, 40, 6, 0)), 1e-9);
        Assert.Equal(1, RecoveredInterval.EffectiveSize(new Stratum(600, 40, 40, 1, 0, 0)), 1e-9);
        Assert.Equal(double.PositiveInfinity, RecoveredInterval.EffectiveSize(new Stratum(40, 40, 40, 40, 6, 0)));
    }
}

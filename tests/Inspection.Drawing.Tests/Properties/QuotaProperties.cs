using System.Numerics;
using FsCheck.Xunit;

namespace Inspection.Drawing.Tests.Properties;

/// <summary>PROTOCOL.md, section 5: what the quotas of every mode keep.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)], MaxTest = 2000)]
public sealed class QuotaProperties
{
    [Property]
    public void Quotas_by_weights_sum_to_the_total_and_stay_within_the_sizes(WeightSampling sampling, Digest seed)
    {
        var quotas = Quotas.Compute(sampling, seed);
        Assert.Equal(sampling.Total, quotas.Sum());
        foreach (var (c, quota) in sampling.Classes.Zip(quotas))
        {
            Assert.InRange(quota, 0, c.Size);
            if (c.Weight == 0)
                Assert.Equal(0, quota);
        }
    }

    [Property]
    public void Quotas_by_weights_stay_within_one_of_their_expectation(WeightSampling sampling, Digest seed)
    {
        foreach (var (quota, (numerator, denominator)) in Quotas.Compute(sampling, seed).Zip(Expectations.Of(sampling)))
        {
            Assert.True(BigInteger.Abs((quota * denominator) - numerator) < denominator || numerator == quota * denominator,
                $"quota {quota} is not within 1 of {numerator}/{denominator}");
        }
    }

    [Property]
    public void A_larger_weight_never_has_the_smaller_chance(WeightSampling sampling)
    {
        var chances = sampling.Classes.Zip(Expectations.Of(sampling))
            .Where(c => c.First.Size > 0)
            .Select(c => (c.First.Weight, Chance: (double)c.Second.Numerator / (double)c.Second.Denominator / c.First.Size))
            .OrderBy(c => c.Weight).ToArray();
        Assert.All(chances.Zip(chances.Skip(1)), two => Assert.True(two.First.Chance <= two.Second.Chance + 1e-12));
        Assert.All(chances, c => Assert.InRange(c.Chance, 0, 1));
    }

    [Property]
    public void A_quota_by_rate_is_the_smallest_that_reaches_the_rate(int size, int rate)
    {
        var (enterprises, points) = (Math.Abs(size % 50_000_000), new BasisPoints(Math.Abs(rate % 10_001)));
        var sampling = new RateSampling([new ClassRate(RiskClass.Parse("A"), enterprises, points)]);
        long quota = Quotas.Compute(sampling, default)[0];
        Assert.True(quota * 10_000 >= (long)enterprises * points.Value);
        Assert.True(quota == 0 || (quota - 1) * 10_000 < (long)enterprises * points.Value);
    }
}

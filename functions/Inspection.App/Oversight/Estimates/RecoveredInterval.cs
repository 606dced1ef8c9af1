namespace Inspection.App.Oversight;

/// <summary>
/// The interval that is published: the limits of every stratum by themselves, put together by the method of variance
/// estimates recovery (Zou, Huang and Zhang, "A note on confidence interval estimation for a linear function of binomial
/// proportions", Computational Statistics and Data Analysis 53, 2009; Yan and Su, "Stratified Wilson and Newcombe confidence
/// intervals for multiple binomial proportions", Statistics in Biopharmaceutical Research 2, 2010).
/// </summary>
/// <remarks>
/// <code>
/// share = w·d / T                  [l, u] = mid-P limits of the stratum's rate x/d at its effective size
/// lower = p − √(Σ share²·(x/d − l)² + z²·B)       upper = p + √(Σ share²·(u − x/d)² + z²·B)
/// B     = Σ (w/T)² · (1 − n/N) · n/(n − 1) · d·(1 − d/n) · (x/d − p)²
/// </code>
/// B is what it costs not to know how large the domain is in each stratum; without a domain it is 0.
/// <para>
/// Classes are drawn at very different rates, here 2% of A and all of D, so most of the weight lies on the few of A. Where
/// none of them has a problem, or one has, the variance of the sample says almost nothing of A's, and every interval that
/// rests on it, <see cref="KornGraubard"/> too, is far too short: it then holds in 70 to 90 cases of a hundred. A stratum's
/// own limits still know that 0 of 16 may be a tenth. They also serve where a stratum has one drawn, where all were, and
/// where there is no problem at all.
/// </para>
/// </remarks>
internal static class RecoveredInterval
{
    /// <summary>The quantile of the normal distribution that belongs to the tail.</summary>
    private static readonly double Deviations =
        MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 1 - Interval.Tail);

    public static Interval Of(IReadOnlyList<Stratum> strata, double rate)
    {
        var total = strata.Sum(static s => s.Weight * s.Inspected);
        var (below, above) = (0.0, 0.0);
        foreach (var stratum in strata.Where(static s => s is { Inspected: > 0, Unseen: > 0 }))
        {
            var limits = BinomialLimits.MidP(stratum.Rate, EffectiveSize(stratum));
            var share = stratum.Weight * stratum.Inspected / total;
            var between = Deviations * Deviations * Between(stratum, rate, stratum.Weight / total);
            below += Squared(share * (stratum.Rate - limits.Lower)) + between;
            above += Squared(share * (limits.Upper - stratum.Rate)) + between;
        }

        return new Interval(Math.Max(0, rate - Math.Sqrt(below)), Math.Min(1, rate + Math.Sqrt(above)));
    }

    /// <summary>
    /// (d·N − n) / (N − n): the size of the sample with replacement that says as much of the rate as d of a stratum of which
    /// n were seen, d·(N − 1) / (N − d) where all are inspected; infinite where everybody was seen.
    /// </summary>
    public static double EffectiveSize(Stratum stratum) => stratum.Size == stratum.Known
        ? double.PositiveInfinity
        : (((double)stratum.Inspected * stratum.Size) - stratum.Known) / (stratum.Size - stratum.Known);

    private static double Between(Stratum stratum, double rate, double share)
    {
        var (_, _, known, inspected, _, _) = stratum;
        return known == inspected
            ? 0
            : Squared(share * (stratum.Rate - rate)) * stratum.Unseen * known / (known - 1.0) * inspected * (1 - ((double)inspected / known));
    }

    private static double Squared(double value) => value * value;
}

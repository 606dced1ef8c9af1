using MathNet.Numerics.Distributions;

namespace Inspection.App.Oversight;

/// <summary>
/// The interval of Korn and Graubard ("Confidence intervals for proportions with small expected number of positive counts
/// estimated from survey data", Survey Methodology 24, 1998): Clopper–Pearson at the size of the simple sample that would
/// have the same variance. It is what survey software computes; see <see cref="RecoveredInterval"/> for why it is not the
/// interval that is published.
/// </summary>
/// <remarks>
/// <code>
/// size = p·(1 − p) / v · (t(d − 1) / t(df))²
/// </code>
/// with d inspected, t the quantile of Student's distribution and df = d − the number of strata in which somebody was
/// inspected. Where one stratum was sampled simply it is Clopper–Pearson with its own counts, corrected for how much of the
/// stratum was seen.
/// </remarks>
internal static class KornGraubard
{
    /// <summary>The interval and its size, or null where the sample shows no variance that could give one.</summary>
    public static (Interval Interval, double Size)? Of(IReadOnlyList<Stratum> strata, double rate, double variance)
    {
        var seen = strata.Where(static s => s.Inspected > 0).ToList();
        if (EffectiveSize(seen, rate, variance) is not { } size)
            return null;
        return double.IsPositiveInfinity(size) ? (new Interval(rate, rate), size) : (BinomialLimits.ClopperPearson(rate, size), size);
    }

    /// <summary>df: how many were inspected beyond one for each stratum.</summary>
    public static int DegreesOfFreedom(IEnumerable<Stratum> strata) =>
        strata.Where(static s => s.Inspected > 0).Sum(static s => s.Inspected - 1);

    private static double? EffectiveSize(List<Stratum> seen, double rate, double variance)
    {
        if (seen is [{ } only])
            return RecoveredInterval.EffectiveSize(only);
        var (inspected, freedom) = (seen.Sum(static s => s.Inspected), DegreesOfFreedom(seen));
        if (freedom < 1 || variance <= 0)
            return null;
        var ratio = Quantile(inspected - 1) / Quantile(freedom);
        return rate * (1 - rate) / variance * ratio * ratio;
    }

    private static double Quantile(int freedom) => StudentT.InvCDF(0, 1, freedom, 1 - Interval.Tail);
}

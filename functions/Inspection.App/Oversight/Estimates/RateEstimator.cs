namespace Inspection.App.Oversight;

/// <summary>
/// Estimates the rate of problems in a population of which a stratified sample was drawn. Everybody inspected stands for
/// as many enterprises as the stratum has for each who is known: the inverse of the exact chance.
/// </summary>
/// <remarks>
/// <code>
/// p = Σ w·x / Σ w·d        w = N / n
/// </code>
/// The chance is the one that followed once the quotas were known, quota / size, not the one before: in mode
/// <c>weights</c> a quota may come out one above another, and given the quotas every class is a simple sample all the same.
/// </remarks>
public static class RateEstimator
{
    /// <summary>The estimate, or null where nobody was inspected.</summary>
    public static RateEstimate? Estimate(IEnumerable<Stratum> strata)
    {
        var all = strata.Where(static s => s.Size > 0).ToList();
        var known = all.Where(static s => !s.IsSilent).ToList();
        if (known.Sum(static s => s.Inspected) == 0)
            return null;
        var rate = known.Sum(static s => s.Weight * s.Problems) / known.Sum(static s => s.Weight * s.Inspected);
        var variance = LinearizedVariance.Of(known, rate);
        var kornGraubard = KornGraubard.Of(known, rate, variance);
        return new RateEstimate
        {
            Rate = rate,
            Interval = RecoveredInterval.Of(known, rate),
            StandardError = Math.Sqrt(variance),
            DegreesOfFreedom = KornGraubard.DegreesOfFreedom(known),
            KornGraubard = kornGraubard?.Interval,
            EffectiveSize = kornGraubard?.Size,
            Inspected = known.Sum(static s => s.Inspected),
            Problems = known.Sum(static s => s.Problems),
            Unknown = all.Sum(static s => s.Unknown),
            NotRepresented = all.Where(static s => s.IsSilent).Sum(static s => s.Size),
            Extremes = Extremes(all),
        };
    }

    /// <summary>Whoever was drawn and is not known, and every class of which nobody was drawn, is well or has a problem.</summary>
    private static Interval Extremes(List<Stratum> all)
    {
        var (well, ill, total) = (0.0, 0.0, 0.0);
        foreach (var stratum in all)
        {
            var (present, problems, unknown) = stratum.Drawn == 0
                ? (stratum.Size, 0, stratum.Size)
                : (stratum.Inspected + stratum.Unknown, stratum.Problems, stratum.Unknown);
            var weight = stratum.Drawn == 0 ? 1 : (double)stratum.Size / stratum.Drawn;
            well += weight * problems;
            ill += weight * (problems + unknown);
            total += weight * present;
        }

        return new Interval(well / total, ill / total);
    }
}

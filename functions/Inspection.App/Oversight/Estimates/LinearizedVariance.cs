namespace Inspection.App.Oversight;

/// <summary>
/// How far the estimated rate of a stratified sample is off, as a variance: Taylor linearization with the
/// finite-population correction (Cochran, "Sampling Techniques", 1977, sections 5.4 and 6.11).
/// </summary>
/// <remarks>
/// <code>
/// T = Σ w·d                        p = Σ w·x / T
/// z = w · (y − p) / T for everybody inspected, 0 for the others who are known
/// v = Σ over strata of (1 − n/N) · n/(n − 1) · Σ (z − mean z)²
/// </code>
/// In a stratum of which one alone is known nothing can be spread: there the deviation from p counts in place of the one
/// from the stratum's mean, which makes the variance too large rather than too small.
/// </remarks>
internal static class LinearizedVariance
{
    public static double Of(IReadOnlyList<Stratum> strata, double rate)
    {
        var total = strata.Sum(static s => s.Weight * s.Inspected);
        return strata.Sum(stratum => Contribution(stratum, rate, stratum.Weight / total));
    }

    private static double Contribution(Stratum stratum, double rate, double share)
    {
        var (_, _, known, inspected, problems, _) = stratum;
        var sum = problems - (rate * inspected);
        var squares = (problems * (1 - rate) * (1 - rate)) + ((inspected - problems) * rate * rate);
        var spread = known == 1 ? squares : known / (known - 1.0) * (squares - (sum * sum / known));
        return stratum.Unseen * share * share * spread;
    }
}

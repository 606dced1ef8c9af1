namespace Inspection.App.Oversight;

/// <summary>
/// The test of Kolmogorov and Smirnov: how far the shares of numbers below each point are from those of a uniform
/// distribution on 0 to 1.
/// </summary>
/// <remarks>
/// <code>
/// D = max over x of | share of numbers at or below x − x |
/// p = Q(λ) = 2 · Σ (−1)^(j−1) · exp(−2·j²·λ²)        λ = (√n + 0.12 + 0.11/√n) · D
/// </code>
/// Stephens' approximation ("Use of the Kolmogorov–Smirnov, Cramér–von Mises and related statistics without extensive
/// tables", Journal of the Royal Statistical Society B 32, 1970), good from five numbers on.
/// </remarks>
internal static class KolmogorovSmirnov
{
    /// <summary>The fewest numbers that are worth a test.</summary>
    public const int Fewest = 5;

    private const int Terms = 100;

    /// <summary>The largest distance D.</summary>
    public static double Distance(IEnumerable<double> numbers)
    {
        var ascending = numbers.Order().ToList();
        return ascending.Select((x, i) => Math.Max(x - ((double)i / ascending.Count), ((i + 1.0) / ascending.Count) - x)).Max();
    }

    /// <summary>The chance of a distance as large or larger.</summary>
    public static double PValue(double distance, int count)
    {
        var root = Math.Sqrt(count);
        var lambda = (root + 0.12 + (0.11 / root)) * distance;
        var (sum, sign) = (0.0, 1.0);
        for (var j = 1; j <= Terms; j++, sign = -sign)
            sum += sign * Math.Exp(-2.0 * j * j * lambda * lambda);
        // The series does not converge where λ is near 0, and the chance is 1 there.
        return lambda < 0.2 ? 1 : Math.Clamp(2 * sum, 0, 1);
    }
}

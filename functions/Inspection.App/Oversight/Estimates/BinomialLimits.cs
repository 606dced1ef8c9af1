using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace Inspection.App.Oversight;

/// <summary>Intervals of a rate of which x of n were observed; neither need be whole, as an effective size is not.</summary>
/// <remarks>
/// With I the regularized incomplete beta function, P(X ≥ x) = I(p; x, n − x + 1) for a binomial X, and
/// <code>
/// Clopper–Pearson   lower: P(X ≥ x) = α/2                       upper: P(X ≤ x) = α/2
/// mid-P             lower: (P(X ≥ x) + P(X > x)) / 2 = α/2      upper: (P(X ≤ x) + P(X &lt; x)) / 2 = α/2
/// </code>
/// The first never covers less than it says and mostly more, because counts are whole. The second counts what was observed
/// by half, and covers about as much as it says on average (Newcombe, "Two-sided confidence intervals for the single
/// proportion", Statistics in Medicine 17, 1998).
/// </remarks>
internal static class BinomialLimits
{
    private const double Accuracy = 1e-13;
    private const int MaxIterations = 200;

    /// <param name="rate">x / n.</param>
    /// <param name="size">n.</param>
    public static Interval ClopperPearson(double rate, double size)
    {
        var (with, without) = (size * rate, size * (1 - rate));
        return new Interval(
            with <= 0 ? 0 : Beta.InvCDF(with, without + 1, Interval.Tail),
            without <= 0 ? 1 : Beta.InvCDF(with + 1, without, 1 - Interval.Tail));
    }

    /// <param name="rate">x / n.</param>
    /// <param name="size">n.</param>
    public static Interval MidP(double rate, double size) =>
        new(LowerMidP(size * rate, size * (1 - rate)), 1 - LowerMidP(size * (1 - rate), size * rate));

    private static double LowerMidP(double with, double without)
    {
        if (with <= 0)
            return 0;
        return Brent.FindRoot(
            p => ((AtLeast(with, without + 1, p) + AtLeast(with + 1, without, p)) / 2) - Interval.Tail,
            0, 1, Accuracy, MaxIterations);
    }

    private static double AtLeast(double a, double b, double p) => b <= 0 ? 0 : SpecialFunctions.BetaRegularized(a, b, p);
}

using System.Numerics;

namespace Inspection.Drawing.Tests.Properties;

/// <summary>
/// What each class's quota is on average, as a fraction, by what it means and not by how it is computed: chances are
/// min(1, weight · level), and the level is the one at which they sum to the total.
/// </summary>
internal static class Expectations
{
    public static (BigInteger Numerator, BigInteger Denominator)[] Of(WeightSampling sampling)
    {
        // Classes are full in the order of their weights: try how many of the heaviest are.
        var some = sampling.Classes.Where(c => c.Weight > 0 && c.Size > 0).ToArray();
        foreach (var full in some.Select(c => c.Weight).Append(int.MaxValue).Distinct().OrderDescending())
        {
            var whole = some.Where(c => c.Weight >= full).Sum(c => (long)c.Size);
            var (left, mass) = (sampling.Total - whole, some.Where(c => c.Weight < full).Sum(c => (long)c.Size * c.Weight));
            var heaviest = some.Where(c => c.Weight < full).Select(c => c.Weight).DefaultIfEmpty(0).Max();
            // The level is left/mass; nobody's chance may pass 1.
            if (left >= 0 && heaviest * left <= mass)
                return [.. sampling.Classes.Select(c => Expected(c, full, left, mass))];
        }

        throw new ArgumentException("the total is more than can be drawn", nameof(sampling));
    }

    private static (BigInteger Numerator, BigInteger Denominator) Expected(ClassWeight c, int full, long left, long mass) =>
        c.Weight == 0 || c.Size == 0 ? (0, 1)
        : c.Weight >= full ? (c.Size, 1)
        : ((BigInteger)left * c.Size * c.Weight, mass);
}

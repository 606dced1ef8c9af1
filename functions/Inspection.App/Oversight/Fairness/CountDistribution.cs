using MathNet.Numerics;

namespace Inspection.App.Oversight;

/// <summary>The distribution of a count that is the sum of independent ones, computed exactly but for tails below 10^-20.</summary>
internal sealed class CountDistribution
{
    private const double Negligible = 1e-20;

    private readonly int first;
    private readonly double[] chances;

    private CountDistribution(int first, double[] chances) => (this.first, this.chances) = (first, chances);

    /// <summary>The count that is always 0.</summary>
    public static CountDistribution Zero { get; } = new(0, [1]);

    /// <summary>How many members of a group are among those drawn: hypergeometric.</summary>
    /// <param name="size">How many could be drawn.</param>
    /// <param name="members">How many of them are members.</param>
    /// <param name="drawn">How many were drawn.</param>
    public static CountDistribution OfMembers(int size, int members, int drawn)
    {
        var (fewest, most) = (Math.Max(0, drawn + members - size), Math.Min(drawn, members));
        var all = LogChoices(size, drawn);
        return Trimmed(fewest, [.. Enumerable.Range(fewest, most - fewest + 1).Select(x =>
            Math.Exp(LogChoices(members, x) + LogChoices(size - members, drawn - x) - all))]);
    }

    /// <summary>1 with a chance, otherwise 0.</summary>
    public static CountDistribution OfOne(double chance) => new(0, [1 - chance, chance]);

    /// <summary>The sum with another, independent count.</summary>
    public CountDistribution Plus(CountDistribution other)
    {
        var sum = new double[chances.Length + other.chances.Length - 1];
        for (var i = 0; i < chances.Length; i++)
        {
            for (var j = 0; j < other.chances.Length; j++)
                sum[i + j] += chances[i] * other.chances[j];
        }

        return Trimmed(first + other.first, sum);
    }

    public double Mean => chances.Select((chance, i) => chance * (first + i)).Sum();

    public double AtLeast(int count) => Math.Min(1, chances.Skip(Math.Max(0, count - first)).Sum());

    public double AtMost(int count) => Math.Min(1, chances.Take(Math.Max(0, count - first + 1)).Sum());

    /// <summary>Twice the smaller tail: the chance to be as far off on either side.</summary>
    public double BothTails(int count) => Math.Min(1, 2 * Math.Min(AtLeast(count), AtMost(count)));

    private static double LogChoices(int n, int k) =>
        SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);

    private static CountDistribution Trimmed(int first, double[] chances)
    {
        var begin = Array.FindIndex(chances, static chance => chance > Negligible);
        var end = Array.FindLastIndex(chances, static chance => chance > Negligible);
        return new CountDistribution(first + begin, chances[begin..(end + 1)]);
    }
}

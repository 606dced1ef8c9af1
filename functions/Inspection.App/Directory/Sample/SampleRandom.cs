namespace Inspection.App.Directory;

/// <summary>
/// A small generator for synthetic data: SplitMix64, whose output for a seed is the same on every machine and in every
/// version of this program. It decides nothing about a real draw, which follows <c>PROTOCOL.md</c>.
/// </summary>
/// <remarks>
/// State grows by the odd constant ⌊2^64/φ⌋ at each step and is mixed by two rounds of shift, xor and multiplication
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// </remarks>
public struct SampleRandom(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    /// <summary>The generator of one numbered thing, independent of its neighbours': any of them can be made alone.</summary>
    public static SampleRandom Of(ulong seed, ulong stream, int index) =>
        new(unchecked(Mix(Mix(seed) ^ (stream * GoldenGamma)) + Mix((ulong)index + 1)));

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            state += GoldenGamma;
            return Mix(state);
        }
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>, which is at least 1.</summary>
    /// <remarks>
    /// The high half of the 128-bit product; some numbers are likelier than others by less than bound / 2^64, which no
    /// sample shows.
    /// </remarks>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(Next(), (ulong)bound, out _);
    }

    /// <summary>True in <paramref name="perMille"/> of 1000 cases.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    /// <summary>One of the choices, each as likely as another.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}

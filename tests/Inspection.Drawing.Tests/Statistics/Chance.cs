namespace Inspection.Drawing.Tests.Statistics;

/// <summary>
/// Compares how often something happened with how often it should have. The seeds are fixed, so a test passes always or
/// never; the false-alarm rate is the chance that a correct draw would have failed with seeds picked blindly. A count of
/// independent draws is off by more than six standard deviations with a chance of about 2 · 10^-9; the tests of this
/// folder make fewer than 500 comparisons, so together they would fail once in a million times.
/// </summary>
internal static class Chance
{
    private const double Deviations = 6;

    public static void AssertFair(string what, int happened, int draws, double chance)
    {
        var (expected, deviation) = (draws * chance, Math.Sqrt(draws * chance * (1 - chance)));
        Assert.True(
            Math.Abs(happened - expected) <= Deviations * deviation,
            $"{what}: {happened} of {draws} draws, wanted about {expected:F0} ± {deviation:F0}");
    }

    /// <summary>Seeds of independent draws.</summary>
    public static IEnumerable<Digest> Seeds(int count) =>
        Enumerable.Range(0, count).Select(i => Digest.Of(BitConverter.GetBytes(i)));
}

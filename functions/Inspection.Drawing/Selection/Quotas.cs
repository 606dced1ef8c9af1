namespace Inspection.Drawing;

/// <summary>How many of each class are drawn (<c>PROTOCOL.md</c> section 5), in exact integers.</summary>
/// <remarks>
/// <para>Mode <c>quotas</c>: as the notice says. Mode <c>rates</c>: ceil(size · rateBp / 10000).</para>
/// <para>
/// Mode <c>weights</c> shares a total n so that an enterprise's chance is n·weight/D with D = Σ size·weight. A class
/// whose chance would reach 1 is taken whole and leaves, and the rest is shared anew. What remains is a line of length n,
/// cut into one piece for each class; a comb of teeth 1 apart, shifted by a random r, is laid on it, and a class's quota
/// is the number of teeth on its piece. So each quota is within 1 of its expectation, and they sum to n.
/// </para>
/// </remarks>
public static class Quotas
{
    /// <summary>The quota of each class, in the notice's order.</summary>
    /// <param name="sampling">The notice's rule.</param>
    /// <param name="seed">The draw's seed; only mode <c>weights</c> reads it.</param>
    public static IReadOnlyList<int> Compute(Sampling sampling, Digest seed) => sampling switch
    {
        RateSampling rates => [.. rates.Classes.Select(static c => c.Rate.CeilingOf(c.Size))],
        WeightSampling weights => ByWeights(weights, seed),
        QuotaSampling quotas => [.. quotas.Classes.Select(static c => c.Quota)],
        _ => throw new ArgumentException("a kind of sampling that the protocol does not have", nameof(sampling)),
    };

    /// <summary>
    /// The chance that one enterprise of each class is drawn, 0 to 1, in the notice's order: what can be said before the
    /// seed exists. In the modes <c>rates</c> and <c>quotas</c> it is quota / size; in mode <c>weights</c> n·weight/D, or
    /// 1 where the class is taken whole.
    /// </summary>
    public static IReadOnlyList<double> Chances(Sampling sampling)
    {
        ArgumentNullException.ThrowIfNull(sampling);
        if (sampling is not WeightSampling weights)
        {
            return [.. sampling.Sizes.Zip(
                Compute(sampling, default), static (size, quota) => size.Size == 0 ? 0.0 : (double)quota / size.Size)];
        }

        var (classes, n) = (weights.Classes, weights.Total);
        var whole = new int[classes.Count];
        var left = Drawable(classes);
        var denominator = TakeWhole(classes, whole, left, ref n);
        return [.. classes.Select((c, i) =>
            whole[i] > 0 ? 1.0 : left.Contains(i) ? (double)n * c.Weight / denominator : 0.0)];
    }

    private static int[] ByWeights(WeightSampling sampling, Digest seed)
    {
        var classes = sampling.Classes;
        var quotas = new int[classes.Count];
        var left = Drawable(classes);
        var n = sampling.Total;
        var denominator = TakeWhole(classes, quotas, left, ref n);
        if (n > 0)
            ShareOut(classes, quotas, left, n, denominator, seed);
        return quotas;
    }

    private static List<int> Drawable(IReadOnlyList<ClassWeight> classes) =>
        [.. Enumerable.Range(0, classes.Count).Where(i => classes[i].Weight > 0 && classes[i].Size > 0)];

    /// <summary>Takes every class whose chance reaches 1, until none does; returns D of the classes left.</summary>
    private static long TakeWhole(IReadOnlyList<ClassWeight> classes, int[] quotas, List<int> left, ref long n)
    {
        while (true)
        {
            var total = n;
            var denominator = left.Sum(i => (long)classes[i].Size * classes[i].Weight);
            var whole = left.Where(i => total * classes[i].Weight >= denominator).ToList();
            if (whole.Count == 0 || left.Count == 0)
                return denominator;
            foreach (var i in whole)
            {
                quotas[i] = classes[i].Size;
                n -= classes[i].Size;
                left.Remove(i);
            }
        }
    }

    /// <summary>quota = F(C after) − F(C before), F(C) = floor((C·2^64 + r·D) / (D·2^64)), C growing by n·size·weight.</summary>
    private static void ShareOut(
        IReadOnlyList<ClassWeight> classes, int[] quotas, List<int> left, long n, long denominator, Digest seed)
    {
        UInt128 d = (ulong)denominator;
        var shift = Shift(seed) * d;
        UInt128 cumulated = 0;
        var before = F(cumulated);
        foreach (var i in left)
        {
            cumulated += (ulong)(n * classes[i].Size * classes[i].Weight);
            var after = F(cumulated);
            quotas[i] = (int)(after - before);
            before = after;
        }

        UInt128 F(UInt128 c) => ((c << 64) + shift) / (d << 64);
    }

    /// <summary>r = the first 8 bytes of SHA256(seed ‖ 'Q') as a big-endian number.</summary>
    private static UInt128 Shift(Digest seed)
    {
        Span<byte> message = stackalloc byte[Digest.Size + 1];
        seed.CopyTo(message);
        message[Digest.Size] = (byte)'Q';
        return Digest.Of(message).Prefix;
    }
}

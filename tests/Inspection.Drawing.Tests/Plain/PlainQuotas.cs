using System.Numerics;
using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>PROTOCOL.md, section 5: how many of each class are drawn, by class.</summary>
internal static class PlainQuotas
{
    public static Dictionary<string, int> Of(PlainSampling sampling, byte[] seed) => sampling.Mode switch
    {
        "quotas" => sampling.Classes.ToDictionary(c => c.Name, c => c.Number),
        "rates" => sampling.Classes.ToDictionary(c => c.Name, c => OfRate(c.Size, c.Number)),
        "weights" => OfWeights(sampling, seed),
        var mode => throw new InvalidDataException($"no mode '{mode}'"),
    };

    /// <summary>ceil(size · rateBp / 10000)</summary>
    private static int OfRate(int size, int rateBp)
    {
        var whole = BigInteger.DivRem((BigInteger)size * rateBp, 10000, out var rest);
        return (int)(rest > 0 ? whole + 1 : whole);
    }

    private static Dictionary<string, int> OfWeights(PlainSampling sampling, byte[] seed)
    {
        // 1. A class of weight 0 or size 0 has quota 0 and leaves. n = total.
        var quotas = sampling.Classes.ToDictionary(c => c.Name, _ => 0);
        var left = sampling.Classes.Where(c => c.Number > 0 && c.Size > 0).ToList();
        BigInteger n = sampling.Total;

        // 2. Every class left with n·weight ≥ D is taken whole, all such at once; repeat until none qualifies.
        var d = WeightOf(left);
        var taken = left.Where(c => n * c.Number >= d).ToList();
        while (taken.Count > 0)
        {
            foreach (var c in taken)
                quotas[c.Name] = c.Size;
            left = left.Except(taken).ToList();
            n -= taken.Sum(c => c.Size);
            d = WeightOf(left);
            taken = left.Where(c => n * c.Number >= d).ToList();
        }

        // 3. Walk the classes left; quota = F(C after) − F(C before), F(C) = floor((C·2^64 + r·D) / (D·2^64)).
        if (n > 0)
        {
            var r = Number(Sha256(seed, Byte('Q'))[..8]);
            BigInteger F(BigInteger c) => ((c << 64) + r * d) / (d << 64);

            BigInteger before = 0;
            foreach (var c in left.OrderBy(c => c.Name, TextOrder))
            {
                var after = before + n * c.Size * c.Number;
                quotas[c.Name] = (int)(F(after) - F(before));
                before = after;
            }
        }

        return quotas;
    }

    /// <summary>D = Σ size·weight</summary>
    private static BigInteger WeightOf(List<PlainClass> classes) =>
        classes.Aggregate(BigInteger.Zero, (sum, c) => sum + (BigInteger)c.Size * c.Number);
}

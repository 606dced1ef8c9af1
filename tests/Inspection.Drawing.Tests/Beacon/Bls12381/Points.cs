using System.Globalization;
using System.Numerics;

namespace Inspection.Drawing.Tests;

/// <summary>Writes points and numbers the way the library reads them, and makes numbers for property tests.</summary>
internal static class Points
{
    /// <summary>A point of G1, compressed.</summary>
    public static byte[] Encode(AffinePoint<Fp> point) => Flagged(Encode(point.X), point.Y.IsLargerThanNegation);

    /// <summary>A point of G2, compressed.</summary>
    public static byte[] Encode(AffinePoint<Fp2> point) =>
        Flagged([.. Encode(point.X.C1), .. Encode(point.X.C0)], point.Y.IsLargerThanNegation);

    /// <summary>48 big-endian bytes.</summary>
    public static byte[] Encode(Fp element) => Convert.FromHexString(element.ToString());

    /// <summary>48 big-endian bytes of a number that may be p or more.</summary>
    public static byte[] Encode(BigInteger number) =>
        Convert.FromHexString(number.ToString("x97", CultureInfo.InvariantCulture)[^96..]);

    /// <summary>The number, 0 to p−1.</summary>
    public static BigInteger ToInteger(Fp element) =>
        BigInteger.Parse("0" + element, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Numbers below p: the edges first, then as many that look random and never change.</summary>
    public static IEnumerable<BigInteger> Numbers(int count)
    {
        foreach (var edge in (BigInteger[])[0, 1, 2, ulong.MaxValue, BigInteger.One << 64, BigInteger.One << 380])
        {
            yield return edge;
            yield return Fp.Modulus - 1 - edge;
        }

        for (var i = 0; i < count; i++)
        {
            var (high, low) = (Digest.Of([1, (byte)i]).ToArray(), Digest.Of([2, (byte)i]).ToArray());
            yield return new BigInteger([.. high, .. low], isUnsigned: true) % Fp.Modulus;
        }
    }

    /// <summary>Elements of Fp2 from <see cref="Numbers"/>.</summary>
    public static IEnumerable<Fp2> Pairs(int count)
    {
        Fp[] numbers = [.. Numbers(count).Select(Fp.FromInteger)];
        return numbers.Select((c0, i) => new Fp2(c0, numbers[(i * 7 + 3) % numbers.Length]));
    }

    /// <summary>An element of Fp12 all of whose parts are different.</summary>
    public static Fp12 Element(int seed)
    {
        Fp2[] parts = [.. Pairs(40).Skip(12 + (seed * 6)).Take(6)];
        return new Fp12(new Fp6(parts[0], parts[1], parts[2]), new Fp6(parts[3], parts[4], parts[5]));
    }

    private static byte[] Flagged(byte[] bytes, bool largerY)
    {
        bytes[0] |= (byte)(largerY ? 0xA0 : 0x80);
        return bytes;
    }
}

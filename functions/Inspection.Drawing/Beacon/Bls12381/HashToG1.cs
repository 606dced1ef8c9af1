using System.Numerics;

namespace Inspection.Drawing;

/// <summary>
/// <c>hash_to_curve</c> of the suite BLS12381G1_XMD:SHA-256_SSWU_RO_: a point of G1 for every message, such that nobody
/// knows its multiple of the generator.
/// </summary>
/// <remarks>
/// <code>
/// u0 ‖ u1 = expand_message_xmd(message, tag, 128), each 64 bytes big-endian, modulo p
/// Qi      = iso_map(simplified_swu(ui))
/// point   = h_eff · (Q0 + Q1)
/// </code>
/// <para>h_eff = 1 − x is such that the product of any point of E by it lies in G1.</para>
/// <para>Source: RFC 9380 sections 3, 5.2 and 8.8.1.</para>
/// </remarks>
internal static class HashToG1
{
    private const int ElementBytes = 64;

    private static readonly BigInteger EffectiveCofactor = BigInteger.One + Bls12381.SeedMagnitude;

    /// <summary>The point for a message.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="tag">The domain separation tag, 1 to 255 bytes.</param>
    public static CurvePoint<Fp> Hash(ReadOnlySpan<byte> message, ReadOnlySpan<byte> tag)
    {
        var (u0, u1) = HashToField(message, tag);
        return (MapToCurve(u0) + MapToCurve(u1)).Multiply(EffectiveCofactor);
    }

    /// <summary>The two field elements of a message.</summary>
    internal static (Fp U0, Fp U1) HashToField(ReadOnlySpan<byte> message, ReadOnlySpan<byte> tag)
    {
        Span<byte> uniform = stackalloc byte[2 * ElementBytes];
        ExpandMessage.Xmd(message, tag, uniform);
        return (ToElement(uniform[..ElementBytes]), ToElement(uniform[ElementBytes..]));
    }

    /// <summary>The point of E, not yet of G1, for a field element.</summary>
    internal static CurvePoint<Fp> MapToCurve(Fp u) => IsogenyMap.Map(SimplifiedSwu.Map(u));

    private static Fp ToElement(ReadOnlySpan<byte> bytes) =>
        Fp.FromInteger(new BigInteger(bytes, isUnsigned: true, isBigEndian: true));
}

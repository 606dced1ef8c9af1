namespace Inspection.Drawing;

/// <summary>
/// Reads compressed points of G1 (48 bytes) and G2 (96 bytes), and refuses every other string of bytes.
/// </summary>
/// <remarks>
/// <para>
/// The bytes are x, big-endian; for G2 its c1 before its c0. As p has 381 bits, the three highest bits of the first
/// byte are free: 0x80 is set in compressed points, 0x40 for infinity, 0x20 where y is the larger of y and −y.
/// </para>
/// <para>
/// Refused: another length, the flag for uncompressed or infinity, an x not below p, an x without a point, and a point
/// that r does not bring to infinity. So each point that is accepted has one encoding.
/// </para>
/// <para>
/// Source: draft-irtf-cfrg-pairing-friendly-curves, "Point Serialization", the format that Zcash introduced.
/// </para>
/// </remarks>
internal static class PointEncoding
{
    /// <summary>How many bytes a point of G1 has.</summary>
    public const int G1Size = Fp.Size;

    /// <summary>How many bytes a point of G2 has.</summary>
    public const int G2Size = 2 * Fp.Size;

    private const byte Compressed = 0x80, AtInfinity = 0x40, LargerY = 0x20;
    private const byte AllFlags = Compressed | AtInfinity | LargerY;

    /// <summary>Reads a point of G1 other than infinity; false for anything else.</summary>
    public static bool TryReadG1(ReadOnlySpan<byte> bytes, out AffinePoint<Fp> point)
    {
        point = default;
        return bytes.Length == G1Size
            && HasPoint(bytes[0])
            && TryReadHead(bytes, out var x)
            && TryComplete(x, Bls12381.G1Constant, HasLargerY(bytes[0]), out point);
    }

    /// <summary>Reads a point of G2 other than infinity; false for anything else.</summary>
    public static bool TryReadG2(ReadOnlySpan<byte> bytes, out AffinePoint<Fp2> point)
    {
        point = default;
        return bytes.Length == G2Size
            && HasPoint(bytes[0])
            && TryReadHead(bytes[..Fp.Size], out var c1)
            && Fp.TryFromBytes(bytes[Fp.Size..], out var c0)
            && TryComplete(new Fp2(c0, c1), Bls12381.G2Constant, HasLargerY(bytes[0]), out point);
    }

    private static bool HasPoint(byte first) => (first & (Compressed | AtInfinity)) == Compressed;

    private static bool HasLargerY(byte first) => (first & LargerY) != 0;

    private static bool TryReadHead(ReadOnlySpan<byte> bytes, out Fp element)
    {
        Span<byte> withoutFlags = stackalloc byte[Fp.Size];
        bytes.CopyTo(withoutFlags);
        withoutFlags[0] = (byte)(withoutFlags[0] & ~AllFlags);
        return Fp.TryFromBytes(withoutFlags, out element);
    }

    /// <summary>Finds the y of y² = x³ + b that the flag means, and asks whether the point is of order r.</summary>
    private static bool TryComplete<T>(T x, T b, bool largerY, out AffinePoint<T> point)
        where T : struct, ICoordinate<T>
    {
        point = default;
        if (!((x.Square() * x) + b).TrySquareRoot(out var y))
            return false;
        point = new AffinePoint<T>(x, y.IsLargerThanNegation == largerY ? y : -y);
        return CurvePoint<T>.From(point).Multiply(Bls12381.Order).IsInfinity;
    }
}

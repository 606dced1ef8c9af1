using System.Diagnostics.CodeAnalysis;

namespace Inspection.Drawing;

/// <summary>
/// The public key of a beacon whose signatures lie in G1: a point of G2 of BLS12-381, 96 bytes compressed. Whatever is
/// not such a point, or is infinity, is refused when the key is made.
/// </summary>
public sealed class BeaconPublicKey : IEquatable<BeaconPublicKey>
{
    /// <summary>How many bytes a key has.</summary>
    public const int Size = PointEncoding.G2Size;

    private readonly byte[] bytes;
    private readonly Lazy<MillerLines> lines;

    private BeaconPublicKey(byte[] bytes, Func<MillerLines> computeLines)
    {
        this.bytes = bytes;
        lines = new Lazy<MillerLines>(computeLines);
    }

    /// <summary>The 96 bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>What a verification needs of the key; computed at the first, then kept.</summary>
    internal MillerLines Lines => lines.Value;

    /// <summary>Reads a key from 192 lower-case hex digits; false where they are not those of a key.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, [NotNullWhen(true)] out BeaconPublicKey? key)
    {
        key = null;
        var bytes = new byte[Size];
        if (!LowerHex.TryDecode(hex, bytes) || !PointEncoding.TryReadG2(bytes, out var point))
            return false;
        key = new BeaconPublicKey(bytes, () => new MillerLines(point));
        return true;
    }

    /// <summary>Reads a key from 192 lower-case hex digits, or throws.</summary>
    /// <exception cref="ProtocolException">The digits are not those of a key.</exception>
    public static BeaconPublicKey Parse(ReadOnlySpan<char> hex) => TryParse(hex, out var key)
        ? key
        : throw new ProtocolException(
            $"'{hex}' is not a beacon's public key: {Size * 2} lower-case hex digits of a compressed point of G2");

    /// <summary>
    /// A key in this library's own source. It is read as every key is, but at the first verification, so that a chain
    /// can be named without waiting for that.
    /// </summary>
    internal static BeaconPublicKey BuiltIn(string hex) => new(Convert.FromHexString(hex), () => Parse(hex).Lines);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] BeaconPublicKey? other) =>
        other is not null && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as BeaconPublicKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    /// <summary>192 lower-case hex digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(bytes);
}

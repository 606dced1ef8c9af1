using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Inspection.Drawing;

/// <summary>
/// The 32 bytes of a SHA-256. Digests order as big-endian numbers; their text is 64 lower-case hex digits.
/// </summary>
public readonly struct Digest : IEquatable<Digest>, IComparable<Digest>
{
    /// <summary>How many bytes a digest has.</summary>
    public const int Size = 32;

    private readonly ulong a, b, c, d;

    private Digest(ulong a, ulong b, ulong c, ulong d) => (this.a, this.b, this.c, this.d) = (a, b, c, d);

    /// <summary>The digest's first 8 bytes as a big-endian number.</summary>
    public ulong Prefix => a;

    /// <summary>Reads a digest from its 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new Digest(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]))
        : throw new ArgumentException($"a digest has {Size} bytes, {bytes.Length} were given", nameof(bytes));

    /// <summary>The digest of some bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return FromBytes(hash);
    }

    /// <summary>Reads 64 lower-case hex digits; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out Digest digest)
    {
        digest = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (!LowerHex.TryDecode(hex, bytes))
            return false;
        digest = FromBytes(bytes);
        return true;
    }

    /// <summary>Reads 64 lower-case hex digits, or throws.</summary>
    /// <exception cref="ProtocolException">The text is not 64 lower-case hex digits.</exception>
    public static Digest Parse(ReadOnlySpan<char> hex) =>
        TryParse(hex, out var digest) ? digest : throw new ProtocolException($"'{hex}' is not 64 lower-case hex digits");

    /// <summary>Builds a digest from the eight 32-bit words in which SHA-256 leaves it, one every so many words.</summary>
    internal static Digest FromWords(ReadOnlySpan<uint> words, [ConstantExpected] int stride)
    {
        // The cut tells the compiler that all eight are there.
        words = words[..((7 * stride) + 1)];
        return new Digest(
            ((ulong)words[0] << 32) | words[stride],
            ((ulong)words[2 * stride] << 32) | words[3 * stride],
            ((ulong)words[4 * stride] << 32) | words[5 * stride],
            ((ulong)words[6 * stride] << 32) | words[7 * stride]);
    }

    /// <summary>Writes the eight 32-bit words of the digest, the first one first, one every so many words.</summary>
    internal void CopyWordsTo(Span<uint> words, [ConstantExpected] int stride = 1)
    {
        unchecked
        {
            words = words[..((7 * stride) + 1)];
            (words[0], words[stride]) = ((uint)(a >> 32), (uint)a);
            (words[2 * stride], words[3 * stride]) = ((uint)(b >> 32), (uint)b);
            (words[4 * stride], words[5 * stride]) = ((uint)(c >> 32), (uint)c);
            (words[6 * stride], words[7 * stride]) = ((uint)(d >> 32), (uint)d);
        }
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than 32 bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < Size)
            throw new ArgumentException($"{Size} bytes are needed, {destination.Length} were given", nameof(destination));
        BinaryPrimitives.WriteUInt64BigEndian(destination, a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], d);
    }

    /// <summary>The 32 bytes in an array of their own.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public int CompareTo(Digest other)
    {
        if (a != other.a)
            return a.CompareTo(other.a);
        if (b != other.b)
            return b.CompareTo(other.b);
        return c != other.c ? c.CompareTo(other.c) : d.CompareTo(other.d);
    }

    /// <inheritdoc/>
    public bool Equals(Digest other) => a == other.a && b == other.b && c == other.c && d == other.d;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Digest other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => a.GetHashCode();

    /// <summary>64 lower-case hex digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Whether both are the same digest.</summary>
    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    /// <summary>Whether the digests differ.</summary>
    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);

    /// <summary>Whether the left number is the smaller.</summary>
    public static bool operator <(Digest left, Digest right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is the smaller or both are equal.</summary>
    public static bool operator <=(Digest left, Digest right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is the larger.</summary>
    public static bool operator >(Digest left, Digest right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is the larger or both are equal.</summary>
    public static bool operator >=(Digest left, Digest right) => left.CompareTo(right) >= 0;
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// A unified social credit code (统一社会信用代码): 18 characters of <see cref="Alphabet"/>, the last of which is the
/// check character of GB 32100-2015. Nothing else about it is checked, as <c>PROTOCOL.md</c>, Notation, asks.
/// </summary>
/// <remarks>
/// The 18 ASCII bytes lie in the value itself, so an array of codes is one flat block of memory that hashing reads
/// without a copy. Codes order by their bytes.
/// </remarks>
[InlineArray(Length)]
[SuppressMessage("Performance", "CA1815", Justification = "Equality is defined below through IEquatable.")]
public struct UnifiedSocialCreditCode : IEquatable<UnifiedSocialCreditCode>, IComparable<UnifiedSocialCreditCode>
{
    /// <summary>How many characters a code has.</summary>
    public const int Length = 18;

    /// <summary>The 31 characters of a code, in the order that gives each its value: no I, O, S, V or Z.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private byte first;

    /// <summary>The 18 ASCII bytes of the code.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Bytes =>
        MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<UnifiedSocialCreditCode, byte>(ref Unsafe.AsRef(in this)), Length);

    /// <summary>Reads a code, or throws.</summary>
    /// <exception cref="ProtocolException">The text is not a valid code; the message says why.</exception>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code, out var problem) ? code : throw new ProtocolException(problem);

    /// <summary>Reads a code from its ASCII bytes, or throws.</summary>
    /// <exception cref="ProtocolException">The bytes are not a valid code; the message says why.</exception>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<byte> ascii) =>
        TryParse(ascii, out var code) ? code : Parse(Encoding.Latin1.GetString(ascii));

    /// <summary>Reads a code from its ASCII bytes; false where they are not a valid one.</summary>
    public static bool TryParse(ReadOnlySpan<byte> ascii, out UnifiedSocialCreditCode code)
    {
        code = default;
        if (ascii.Length != Length)
            return false;
        var values = ValueOf;
        var sum = 0;
        for (var i = 0; i < Length; i++)
        {
            var value = values[ascii[i]];
            if (value < 0)
                return false;
            sum += value * Weights[i];
        }

        if (sum % 31 != 0)
            return false;
        ascii.CopyTo(MemoryMarshal.CreateSpan(ref code.first, Length));
        return true;
    }

    /// <summary>Reads a code; where the text is not a valid one, <paramref name="problem"/> says why and what would be.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode code, out string problem)
    {
        code = default;
        problem = "";
        if (text.Length != Length)
        {
            problem = $"a unified social credit code has {Length} characters, this has {text.Length}";
            return false;
        }

        Span<byte> ascii = stackalloc byte[Length];
        for (var i = 0; i < Length; i++)
        {
            if (text[i] > 0x7F || ValueOf[text[i]] < 0)
            {
                problem = $"character {i + 1}, '{text[i]}', cannot stand in a unified social credit code (0-9 and A-Y without I, O, S, V)";
                return false;
            }

            ascii[i] = (byte)text[i];
        }

        if (TryParse(ascii, out code))
            return true;
        problem = $"the check character is '{text[Length - 1]}' but the first 17 characters ask for '{CheckCharacter(ascii)}'";
        return false;
    }

    /// <summary>The check character of GB 32100-2015 for the first 17 characters.</summary>
    /// <param name="first17">At least 17 ASCII bytes of <see cref="Alphabet"/>; what follows them is not read.</param>
    /// <exception cref="ArgumentException">Too few bytes, or one outside the alphabet.</exception>
    public static char CheckCharacter(ReadOnlySpan<byte> first17)
    {
        if (first17.Length < Length - 1)
            throw new ArgumentException($"{Length - 1} characters are needed, {first17.Length} were given", nameof(first17));
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            var value = ValueOf[first17[i]];
            if (value < 0)
                throw new ArgumentException($"byte {i} is not of the alphabet", nameof(first17));
            sum += value * Weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    /// <inheritdoc/>
    public readonly int CompareTo(UnifiedSocialCreditCode other)
    {
        var mine = Bytes;
        var theirs = other.Bytes;
        var order = BinaryPrimitives.ReadUInt64BigEndian(mine).CompareTo(BinaryPrimitives.ReadUInt64BigEndian(theirs));
        if (order == 0)
            order = BinaryPrimitives.ReadUInt64BigEndian(mine[8..]).CompareTo(BinaryPrimitives.ReadUInt64BigEndian(theirs[8..]));
        return order != 0
            ? order
            : BinaryPrimitives.ReadUInt16BigEndian(mine[16..]).CompareTo(BinaryPrimitives.ReadUInt16BigEndian(theirs[16..]));
    }

    /// <inheritdoc/>
    public readonly bool Equals(UnifiedSocialCreditCode other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is UnifiedSocialCreditCode other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() =>
        HashCode.Combine(MemoryMarshal.Read<ulong>(Bytes), MemoryMarshal.Read<ulong>(Bytes[8..]), Bytes[16]);

    /// <summary>The 18 characters.</summary>
    public override readonly string ToString() => Encoding.ASCII.GetString(Bytes);

    /// <summary>Whether both are the same code.</summary>
    public static bool operator ==(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.Equals(right);

    /// <summary>Whether the codes differ.</summary>
    public static bool operator !=(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => !left.Equals(right);

    /// <summary>Whether the left code stands before the right one.</summary>
    public static bool operator <(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left code stands before the right one or is the same.</summary>
    public static bool operator <=(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left code stands after the right one.</summary>
    public static bool operator >(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left code stands after the right one or is the same.</summary>
    public static bool operator >=(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) >= 0;

    // GB 32100-2015: position i (from 0) weighs 3^i mod 31; the check character, weight 1, brings the sum to 0 mod 31.
    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];

    private static readonly sbyte[] ValueOf = BuildValues();

    private static sbyte[] BuildValues()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        for (var i = 0; i < Alphabet.Length; i++)
            values[Alphabet[i]] = (sbyte)i;
        return values;
    }
}

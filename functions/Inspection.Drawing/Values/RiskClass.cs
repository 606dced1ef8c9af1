using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Inspection.Drawing;

/// <summary>
/// A credit-risk class (信用风险类别): 1 to 8 of <c>A-Z a-z 0-9</c>, usually A, B, C or D. Classes order by their bytes.
/// </summary>
/// <remarks>
/// The characters are packed into one integer, first character in the top byte and zeros behind, whose order is the
/// order of the bytes. The default value is no class; <see cref="IsNone"/> tells.
/// </remarks>
public readonly struct RiskClass : IEquatable<RiskClass>, IComparable<RiskClass>
{
    /// <summary>The longest name of a class.</summary>
    public const int MaxLength = 8;

    private readonly ulong packed;

    private RiskClass(ulong packed) => this.packed = packed;

    /// <summary>True for the default value, which names no class.</summary>
    public bool IsNone => packed == 0;

    /// <summary>How many characters the name has: 1 to 8.</summary>
    public int Length => MaxLength - (BitOperations.TrailingZeroCount(packed | (1UL << 63)) / 8);

    /// <summary>The name's bytes, first one highest, zeros behind it.</summary>
    internal ulong Packed => packed;

    /// <summary>Reads a class, or throws.</summary>
    /// <exception cref="ProtocolException">The text is not 1 to 8 of A-Z a-z 0-9.</exception>
    public static RiskClass Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var riskClass)
            ? riskClass
            : throw new ProtocolException($"'{text}' is not a risk class: 1 to {MaxLength} of A-Z, a-z and 0-9 are wanted");

    /// <summary>Reads a class; false where the text is not 1 to 8 of A-Z a-z 0-9.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RiskClass riskClass)
    {
        riskClass = default;
        if (text.Length is 0 or > MaxLength)
            return false;
        ulong packed = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
                return false;
            packed |= (ulong)text[i] << (56 - (8 * i));
        }

        riskClass = new RiskClass(packed);
        return true;
    }

    /// <summary>Reads a class from its ASCII bytes; false where they are not 1 to 8 of A-Z a-z 0-9.</summary>
    public static bool TryParse(ReadOnlySpan<byte> ascii, out RiskClass riskClass)
    {
        riskClass = default;
        if (ascii.Length is 0 or > MaxLength)
            return false;
        ulong packed = 0;
        for (var i = 0; i < ascii.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit((char)ascii[i]))
                return false;
            packed |= (ulong)ascii[i] << (56 - (8 * i));
        }

        riskClass = new RiskClass(packed);
        return true;
    }

    /// <summary>Writes the name's bytes and returns how many.</summary>
    internal int CopyTo(Span<byte> destination)
    {
        var length = Length;
        for (var i = 0; i < length; i++)
            destination[i] = unchecked((byte)(packed >> (56 - (8 * i))));
        return length;
    }

    /// <inheritdoc/>
    public int CompareTo(RiskClass other) => packed.CompareTo(other.packed);

    /// <inheritdoc/>
    public bool Equals(RiskClass other) => packed == other.packed;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is RiskClass other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => packed.GetHashCode();

    /// <summary>The name, or an empty text for no class.</summary>
    public override string ToString()
    {
        if (IsNone)
            return "";
        Span<byte> bytes = stackalloc byte[MaxLength];
        var length = CopyTo(bytes);
        return System.Text.Encoding.ASCII.GetString(bytes[..length]);
    }

    /// <summary>Whether both are the same class.</summary>
    public static bool operator ==(RiskClass left, RiskClass right) => left.Equals(right);

    /// <summary>Whether the classes differ.</summary>
    public static bool operator !=(RiskClass left, RiskClass right) => !left.Equals(right);

    /// <summary>Whether the left class stands before the right one.</summary>
    public static bool operator <(RiskClass left, RiskClass right) => left.packed < right.packed;

    /// <summary>Whether the left class stands before the right one or is the same.</summary>
    public static bool operator <=(RiskClass left, RiskClass right) => left.packed <= right.packed;

    /// <summary>Whether the left class stands after the right one.</summary>
    public static bool operator >(RiskClass left, RiskClass right) => left.packed > right.packed;

    /// <summary>Whether the left class stands after the right one or is the same.</summary>
    public static bool operator >=(RiskClass left, RiskClass right) => left.packed >= right.packed;
}

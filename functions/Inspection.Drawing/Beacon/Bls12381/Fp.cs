using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Inspection.Drawing;

/// <summary>
/// The field Fp: the integers modulo the 381-bit prime p over which BLS12-381 is defined.
/// </summary>
/// <remarks>
/// <para>Vocabulary: a <i>limb</i> is one 64-bit digit; six, lowest first, hold a number below 2^384 = R.</para>
/// <para>
/// Montgomery form: the limbs of a hold a·R mod p. A product then needs no division by p. Multiplying by one limb of b
/// at a time, a multiple of p is added that makes the lowest limb zero, and that limb is dropped; after six of them
/// a·R · b·R has become a·b·R. (P. Montgomery, "Modular multiplication without trial division", Math. Comp. 44, 1985.)
/// </para>
/// <para>Invariant: the limbs are below p, so equal numbers have equal limbs.</para>
/// <para>
/// Everything that the beacon check computes with is public, so nothing in this folder runs in constant time, and none
/// of it may be used with secrets.
/// </para>
/// <para>Source of p: RFC 9380 section 8.8.1.</para>
/// </remarks>
internal readonly record struct Fp : ICoordinate<Fp>
{
    /// <summary>How many bytes an element has, written big-endian.</summary>
    public const int Size = 48;

    // p by limbs, and −p^−1 mod 2^64.
    private const ulong P0 = 0xb9feffffffffaaab, P1 = 0x1eabfffeb153ffff, P2 = 0x6730d2a0f6b0f624;
    private const ulong P3 = 0x64774b84f38512bf, P4 = 0x4b1ba7b6434bacd7, P5 = 0x1a0111ea397fe69a;
    private const ulong NegatedInverse = 0x89f3fffcfffcfffd;

    private readonly ulong l0, l1, l2, l3, l4, l5;

    private Fp(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4, ulong l5) =>
        (this.l0, this.l1, this.l2, this.l3, this.l4, this.l5) = (l0, l1, l2, l3, l4, l5);

    /// <summary>The prime p.</summary>
    public static BigInteger Modulus { get; } = ParseHex(
        "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab");

    /// <inheritdoc/>
    public static Fp Zero => default;

    /// <inheritdoc/>
    public static Fp One { get; } = LimbsOf((BigInteger.One << 384) % Modulus);

    // Multiplying the limbs of a by those of R² gives a·R: the way into Montgomery form. Multiplying by a bare 1 is the
    // way out.
    private static readonly Fp RSquared = LimbsOf((BigInteger.One << 768) % Modulus);
    private static readonly Fp BareOne = new(1, 0, 0, 0, 0, 0);

    /// <inheritdoc/>
    public bool IsZero => (l0 | l1 | l2 | l3 | l4 | l5) == 0;

    /// <summary>Whether the number, 0 to p−1, is odd: <c>sgn0</c> of RFC 9380 section 4.1.</summary>
    public bool IsOdd => ((this * BareOne).l0 & 1) != 0;

    /// <inheritdoc/>
    public bool IsLargerThanNegation => IsBelow(-this * BareOne, this * BareOne);

    /// <summary>A non-negative integer modulo p.</summary>
    public static Fp FromInteger(BigInteger value) => LimbsOf(value % Modulus) * RSquared;

    /// <summary>The constant that some hex digits say, the way specifications print them.</summary>
    public static Fp FromHex(string digits) => FromInteger(ParseHex(digits));

    /// <summary>Reads <see cref="Size"/> big-endian bytes; false where the number is not below p.</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out Fp element)
    {
        var limbs = LimbsOf(bytes);
        var isReduced = IsBelow(limbs, new Fp(P0, P1, P2, P3, P4, P5));
        element = isReduced ? limbs * RSquared : default;
        return isReduced;
    }

    /// <summary>The sum. Both are below p &lt; 2^381, so it fits six limbs.</summary>
    public static Fp operator +(in Fp left, in Fp right)
    {
        ulong carry = 0;
        return Reduce(
            Limb.Add(left.l0, right.l0, ref carry),
            Limb.Add(left.l1, right.l1, ref carry),
            Limb.Add(left.l2, right.l2, ref carry),
            Limb.Add(left.l3, right.l3, ref carry),
            Limb.Add(left.l4, right.l4, ref carry),
            Limb.Add(left.l5, right.l5, ref carry));
    }

    /// <summary>The difference, p added where it would be negative.</summary>
    public static Fp operator -(in Fp left, in Fp right)
    {
        ulong borrow = 0, carry = 0;
        var d0 = Limb.Subtract(left.l0, right.l0, ref borrow);
        var d1 = Limb.Subtract(left.l1, right.l1, ref borrow);
        var d2 = Limb.Subtract(left.l2, right.l2, ref borrow);
        var d3 = Limb.Subtract(left.l3, right.l3, ref borrow);
        var d4 = Limb.Subtract(left.l4, right.l4, ref borrow);
        var d5 = Limb.Subtract(left.l5, right.l5, ref borrow);
        return borrow == 0
            ? new Fp(d0, d1, d2, d3, d4, d5)
            : new Fp(
                Limb.Add(d0, P0, ref carry),
                Limb.Add(d1, P1, ref carry),
                Limb.Add(d2, P2, ref carry),
                Limb.Add(d3, P3, ref carry),
                Limb.Add(d4, P4, ref carry),
                Limb.Add(d5, P5, ref carry));
    }

    /// <inheritdoc/>
    public static Fp operator -(in Fp value) => Zero - value;

    /// <summary>
    /// The product. The running sum stays below 2p, so it fits six limbs, and one subtraction at the end reduces it.
    /// </summary>
    public static Fp operator *(in Fp left, in Fp right)
    {
        var t = AddRow(default, left, right.l0);
        t = AddRow(t, left, right.l1);
        t = AddRow(t, left, right.l2);
        t = AddRow(t, left, right.l3);
        t = AddRow(t, left, right.l4);
        t = AddRow(t, left, right.l5);
        return Reduce(t.l0, t.l1, t.l2, t.l3, t.l4, t.l5);
    }

    /// <inheritdoc/>
    public Fp Square() => this * this;

    /// <summary>value^(p−2), by Fermat's little theorem: its inverse, and zero for zero.</summary>
    public Fp Inverse() => this.Pow(Modulus - 2);

    /// <summary>As p mod 4 = 3, value^((p+1)/4) is a root of every square.</summary>
    public bool TrySquareRoot(out Fp root)
    {
        root = this.Pow((Modulus + 1) / 4);
        return root.Square() == this;
    }

    /// <summary>The number, 0 to p−1, as 96 hex digits.</summary>
    public override string ToString()
    {
        var n = this * BareOne;
        return string.Create(
            CultureInfo.InvariantCulture, $"{n.l5:x16}{n.l4:x16}{n.l3:x16}{n.l2:x16}{n.l1:x16}{n.l0:x16}");
    }

    /// <summary>(t + left · limb + m · p) / 2^64, with the m that makes the division exact.</summary>
    /// <remarks>A verifier may check one signature and end: it should not spend that in unoptimized code.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Fp AddRow(in Fp t, in Fp left, ulong limb)
    {
        ulong product = 0, reduction = 0;
        var low = Limb.MultiplyAdd(left.l0, limb, t.l0, ref product);
        var m = unchecked(low * NegatedInverse);
        Limb.MultiplyAdd(m, P0, low, ref reduction);
        var r0 = Limb.MultiplyAdd(m, P1, Limb.MultiplyAdd(left.l1, limb, t.l1, ref product), ref reduction);
        var r1 = Limb.MultiplyAdd(m, P2, Limb.MultiplyAdd(left.l2, limb, t.l2, ref product), ref reduction);
        var r2 = Limb.MultiplyAdd(m, P3, Limb.MultiplyAdd(left.l3, limb, t.l3, ref product), ref reduction);
        var r3 = Limb.MultiplyAdd(m, P4, Limb.MultiplyAdd(left.l4, limb, t.l4, ref product), ref reduction);
        var r4 = Limb.MultiplyAdd(m, P5, Limb.MultiplyAdd(left.l5, limb, t.l5, ref product), ref reduction);
        return new Fp(r0, r1, r2, r3, r4, unchecked(product + reduction));
    }

    /// <summary>Subtracts p once from limbs that are below 2p, where they are not below p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Fp Reduce(ulong t0, ulong t1, ulong t2, ulong t3, ulong t4, ulong t5)
    {
        ulong borrow = 0;
        var reduced = new Fp(
            Limb.Subtract(t0, P0, ref borrow),
            Limb.Subtract(t1, P1, ref borrow),
            Limb.Subtract(t2, P2, ref borrow),
            Limb.Subtract(t3, P3, ref borrow),
            Limb.Subtract(t4, P4, ref borrow),
            Limb.Subtract(t5, P5, ref borrow));
        return borrow == 0 ? reduced : new Fp(t0, t1, t2, t3, t4, t5);
    }

    /// <summary>Whether the first limbs, as a number, are less than the second.</summary>
    private static bool IsBelow(in Fp left, in Fp right)
    {
        ulong borrow = 0;
        Limb.Subtract(left.l0, right.l0, ref borrow);
        Limb.Subtract(left.l1, right.l1, ref borrow);
        Limb.Subtract(left.l2, right.l2, ref borrow);
        Limb.Subtract(left.l3, right.l3, ref borrow);
        Limb.Subtract(left.l4, right.l4, ref borrow);
        Limb.Subtract(left.l5, right.l5, ref borrow);
        return borrow != 0;
    }

    private static Fp LimbsOf(BigInteger value)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes.Clear();
        var length = value.GetByteCount(isUnsigned: true);
        value.TryWriteBytes(bytes[(Size - length)..], out _, isUnsigned: true, isBigEndian: true);
        return LimbsOf(bytes);
    }

    private static Fp LimbsOf(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes[40..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[32..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes));

    // The leading zero keeps BigInteger from reading a high bit as a sign.
    private static BigInteger ParseHex(string digits) =>
        BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

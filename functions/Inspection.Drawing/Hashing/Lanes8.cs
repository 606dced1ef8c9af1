using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace Inspection.Drawing.Hashing;

/// <summary>Eight messages in one <c>Vector256&lt;uint&gt;</c>: AVX2.</summary>
internal readonly struct Lanes8 : ILanes<Vector256<uint>>
{
    public static int Count => 8;

    public static Vector256<uint> Broadcast(uint value) => Vector256.Create(value);

    public static Vector256<uint> Load(ReadOnlySpan<uint> source) => Vector256.Create(source);

    public static void Store(Vector256<uint> value, Span<uint> destination) => value.CopyTo(destination);

    public static Vector256<uint> Add(Vector256<uint> left, Vector256<uint> right) => left + right;

    public static Vector256<uint> And(Vector256<uint> left, Vector256<uint> right) => left & right;

    public static Vector256<uint> Or(Vector256<uint> left, Vector256<uint> right) => left | right;

    public static Vector256<uint> Xor(Vector256<uint> left, Vector256<uint> right) => left ^ right;

    public static Vector256<uint> ShiftLeft(Vector256<uint> value, [ConstantExpected] byte bits) => value << bits;

    public static Vector256<uint> ShiftRight(Vector256<uint> value, [ConstantExpected] byte bits) => value >>> bits;

    public static Vector256<uint> RotateRight(Vector256<uint> value, [ConstantExpected] byte bits) =>
        (value >>> bits) | (value << (32 - bits));

    public static Vector256<uint> Choose(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) =>
        Vector256.ConditionalSelect(x, y, z);
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace Inspection.Drawing.Hashing;

/// <summary>Four messages in one <c>Vector128&lt;uint&gt;</c>: SSE2 and Advanced SIMD.</summary>
internal readonly struct Lanes4 : ILanes<Vector128<uint>>
{
    public static int Count => 4;

    public static Vector128<uint> Broadcast(uint value) => Vector128.Create(value);

    public static Vector128<uint> Load(ReadOnlySpan<uint> source) => Vector128.Create(source);

    public static void Store(Vector128<uint> value, Span<uint> destination) => value.CopyTo(destination);

    public static Vector128<uint> Add(Vector128<uint> left, Vector128<uint> right) => left + right;

    public static Vector128<uint> And(Vector128<uint> left, Vector128<uint> right) => left & right;

    public static Vector128<uint> Or(Vector128<uint> left, Vector128<uint> right) => left | right;

    public static Vector128<uint> Xor(Vector128<uint> left, Vector128<uint> right) => left ^ right;

    public static Vector128<uint> ShiftLeft(Vector128<uint> value, [ConstantExpected] byte bits) => value << bits;

    public static Vector128<uint> ShiftRight(Vector128<uint> value, [ConstantExpected] byte bits) => value >>> bits;

    public static Vector128<uint> RotateRight(Vector128<uint> value, [ConstantExpected] byte bits) =>
        (value >>> bits) | (value << (32 - bits));

    public static Vector128<uint> Choose(Vector128<uint> x, Vector128<uint> y, Vector128<uint> z) =>
        Vector128.ConditionalSelect(x, y, z);
}

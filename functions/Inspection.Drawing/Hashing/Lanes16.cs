using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Inspection.Drawing.Hashing;

/// <summary>Sixteen messages in one <c>Vector512&lt;uint&gt;</c>: AVX-512.</summary>
internal readonly struct Lanes16 : ILanes<Vector512<uint>>
{
    public static int Count => 16;

    public static Vector512<uint> Broadcast(uint value) => Vector512.Create(value);

    public static Vector512<uint> Load(ReadOnlySpan<uint> source) => Vector512.Create(source);

    public static void Store(Vector512<uint> value, Span<uint> destination) => value.CopyTo(destination);

    public static Vector512<uint> Add(Vector512<uint> left, Vector512<uint> right) => left + right;

    public static Vector512<uint> And(Vector512<uint> left, Vector512<uint> right) => left & right;

    public static Vector512<uint> Or(Vector512<uint> left, Vector512<uint> right) => left | right;

    public static Vector512<uint> Xor(Vector512<uint> left, Vector512<uint> right) => left ^ right;

    public static Vector512<uint> ShiftLeft(Vector512<uint> value, [ConstantExpected] byte bits) => value << bits;

    public static Vector512<uint> ShiftRight(Vector512<uint> value, [ConstantExpected] byte bits) => value >>> bits;

    public static Vector512<uint> RotateRight(Vector512<uint> value, [ConstantExpected] byte bits) =>
        Avx512F.IsSupported ? Avx512F.RotateRight(value, bits) : (value >>> bits) | (value << (32 - bits));

    public static Vector512<uint> Choose(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) =>
        Vector512.ConditionalSelect(x, y, z);
}

using System.Diagnostics.CodeAnalysis;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// What SHA-256 asks of a vector of 32-bit words: each word is a <em>lane</em> and belongs to a message of its own, so
/// one operation advances as many messages as the vector has lanes. The kernel is written once against this and is
/// compiled anew for each width.
/// </summary>
/// <typeparam name="TVector">The processor's vector, such as <c>Vector512&lt;uint&gt;</c>.</typeparam>
internal interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>How many messages are hashed at once.</summary>
    static abstract int Count { get; }

    static abstract TVector Broadcast(uint value);

    /// <summary>Lane i from <c>source[i]</c>; the caller sees to it that there are <see cref="Count"/> words.</summary>
    static abstract TVector Load(ReadOnlySpan<uint> source);

    static abstract void Store(TVector value, Span<uint> destination);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector And(TVector left, TVector right);

    static abstract TVector Or(TVector left, TVector right);

    static abstract TVector Xor(TVector left, TVector right);

    static abstract TVector ShiftLeft(TVector value, [ConstantExpected] byte bits);

    static abstract TVector ShiftRight(TVector value, [ConstantExpected] byte bits);

    static abstract TVector RotateRight(TVector value, [ConstantExpected] byte bits);

    /// <summary>FIPS 180-4 Ch: bits of <paramref name="y"/> where <paramref name="x"/> is set, else of <paramref name="z"/>.</summary>
    static abstract TVector Choose(TVector x, TVector y, TVector z);
}

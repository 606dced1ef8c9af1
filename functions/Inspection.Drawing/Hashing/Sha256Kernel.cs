using System.Runtime.CompilerServices;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// The compression function of SHA-256 (FIPS 180-4, section 6.2.2) on as many messages at once as a vector has lanes.
/// </summary>
/// <remarks>
/// Vocabulary as in FIPS 180-4: the state is eight words a to h, the block sixteen words, the schedule W sixty-four.
/// Vector k of a state or schedule holds word k of every message. The loop stays rolled on purpose: unrolled, the
/// sixty-four rounds outgrow the compiler's register allocation and run at a fraction of the speed. Each round also
/// computes the word of the schedule that is needed sixteen rounds later, so that the processor has work that does not
/// wait for the round before.
/// </remarks>
internal static class Sha256Kernel<TVector, TLanes>
    where TVector : unmanaged
    where TLanes : struct, ILanes<TVector>
{
    /// <summary>How many vectors a schedule has; the caller fills the first sixteen with the block.</summary>
    public const int ScheduleLength = 64;

    /// <summary>How many vectors a block has.</summary>
    public const int BlockLength = 16;

    /// <summary>How many vectors a state has.</summary>
    public const int StateLength = 8;

    /// <summary>Sets the state to the initial hash value H(0).</summary>
    public static void Start(Span<TVector> state)
    {
        for (var i = 0; i < StateLength; i++)
            state[i] = TLanes.Broadcast(Sha256Constants.Initial[i]);
    }

    /// <summary>Adds one block of every message to the state; <paramref name="w"/> is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress(Span<TVector> state, Span<TVector> w)
    {
        // "unchecked" keeps overflow tests of the loop counters out of the hottest loops of the program.
        unchecked
        {
            w = w[..ScheduleLength];
            var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
            var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
            var k = Sha256Constants.Round;
            for (var t = 0; t < w.Length; t++)
            {
                if (t + BlockLength < w.Length)
                    w[t + BlockLength] = Extend(w.Slice(t, BlockLength));

                // What does not wait for the round before is added first: e and a are what every round waits for.
                var prepared = TLanes.Add(TLanes.Add(h, TLanes.Add(w[t], TLanes.Broadcast(k[t]))), TLanes.Choose(e, f, g));
                var temp1 = TLanes.Add(prepared, Sum1(e));
                var temp2 = TLanes.Add(Sum0(a), Majority(a, b, c));
                (h, g, f, e) = (g, f, e, TLanes.Add(d, temp1));
                (d, c, b, a) = (c, b, a, TLanes.Add(temp1, temp2));
            }

            state[0] = TLanes.Add(state[0], a);
            state[1] = TLanes.Add(state[1], b);
            state[2] = TLanes.Add(state[2], c);
            state[3] = TLanes.Add(state[3], d);
            state[4] = TLanes.Add(state[4], e);
            state[5] = TLanes.Add(state[5], f);
            state[6] = TLanes.Add(state[6], g);
            state[7] = TLanes.Add(state[7], h);
        }
    }

    /// <summary>W(t) of the sixteen words before it: σ1(W(t−2)) + W(t−7) + σ0(W(t−15)) + W(t−16).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Extend(ReadOnlySpan<TVector> before)
    {
        var (w15, w2) = (before[1], before[14]);
        var sigma0 = TLanes.Xor(
            TLanes.Xor(TLanes.RotateRight(w15, 7), TLanes.RotateRight(w15, 18)), TLanes.ShiftRight(w15, 3));
        var sigma1 = TLanes.Xor(
            TLanes.Xor(TLanes.RotateRight(w2, 17), TLanes.RotateRight(w2, 19)), TLanes.ShiftRight(w2, 10));
        return TLanes.Add(TLanes.Add(TLanes.Add(before[0], sigma0), before[9]), sigma1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum0(TVector a) => TLanes.Xor(
        TLanes.Xor(TLanes.RotateRight(a, 2), TLanes.RotateRight(a, 13)), TLanes.RotateRight(a, 22));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum1(TVector e) => TLanes.Xor(
        TLanes.Xor(TLanes.RotateRight(e, 6), TLanes.RotateRight(e, 11)), TLanes.RotateRight(e, 25));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Majority(TVector a, TVector b, TVector c) => TLanes.Choose(TLanes.Xor(a, b), c, b);
}

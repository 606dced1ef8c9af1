using System.Runtime.CompilerServices;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// The compression function of SHA-256 (FIPS 180-4, section 6.2.2) on as many messages at once as a vector has lanes.
/// </summary>
/// <remarks>
/// Vocabulary as in FIPS 180-4: the state is eight words a to h, the block sixteen words, the schedule W sixty-four.
/// Vector k of a state or schedule holds word k of every message. The loops stay rolled on purpose: unrolled, the
/// sixty-four rounds outgrow the compiler's register allocation and run at a fraction of the speed.
/// </remarks>
internal static class Sha256Kernel<TVector, TLanes>
    where TVector : unmanaged
    where TLanes : struct, ILanes<TVector>
{
    /// <summary>How many vectors a schedule has; the caller fills the first sixteen with the block.</summary>
    public const int ScheduleLength = 64;

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
            for (var t = 16; t < w.Length; t++)
            {
                var w15 = w[t - 15];
                var w2 = w[t - 2];
                var sigma0 = TLanes.Xor(
                    TLanes.Xor(TLanes.RotateRight(w15, 7), TLanes.RotateRight(w15, 18)), TLanes.ShiftRight(w15, 3));
                var sigma1 = TLanes.Xor(
                    TLanes.Xor(TLanes.RotateRight(w2, 17), TLanes.RotateRight(w2, 19)), TLanes.ShiftRight(w2, 10));
                w[t] = TLanes.Add(TLanes.Add(w[t - 16], sigma0), TLanes.Add(w[t - 7], sigma1));
            }

            var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
            var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
            var k = Sha256Constants.Round;
            for (var t = 0; t < w.Length; t++)
            {
                var sum1 = TLanes.Xor(
                    TLanes.Xor(TLanes.RotateRight(e, 6), TLanes.RotateRight(e, 11)), TLanes.RotateRight(e, 25));
                var temp1 = TLanes.Add(
                    TLanes.Add(TLanes.Add(h, TLanes.Broadcast(k[t])), TLanes.Add(sum1, w[t])), TLanes.Choose(e, f, g));
                var sum0 = TLanes.Xor(
                    TLanes.Xor(TLanes.RotateRight(a, 2), TLanes.RotateRight(a, 13)), TLanes.RotateRight(a, 22));
                var majority = TLanes.Choose(TLanes.Xor(a, b), c, b);
                (h, g, f, e) = (g, f, e, TLanes.Add(d, temp1));
                (d, c, b, a) = (c, b, a, TLanes.Add(temp1, TLanes.Add(sum0, majority)));
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
}

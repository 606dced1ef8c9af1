using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Inspection.Drawing.Hashing;

namespace Inspection.Benchmarks;

/// <summary>
/// SHA-256 and nothing else, the yardstick of what uses it: one-block messages that need not be gathered, results that
/// are kept but not written out.
/// </summary>
internal static class RawHashing
{
    /// <summary>The widest kernel of this processor; the library where there is none.</summary>
    public static void Best(int messages)
    {
        if (Vector512.IsHardwareAccelerated)
            Lanes<Vector512<uint>, Lanes16>(messages);
        else if (Vector256.IsHardwareAccelerated)
            Lanes<Vector256<uint>, Lanes8>(messages);
        else if (Vector128.IsHardwareAccelerated)
            Lanes<Vector128<uint>, Lanes4>(messages);
        else
            Library(messages);
    }

    public static void Lanes<TVector, TLanes>(int messages)
        where TVector : unmanaged
        where TLanes : struct, ILanes<TVector>
    {
        Span<TVector> state = CacheLine.Align(
            stackalloc TVector[Sha256Kernel<TVector, TLanes>.StateLength + CacheLine.Spare<TVector>()]);
        Span<TVector> w = CacheLine.Align(
            stackalloc TVector[Sha256Kernel<TVector, TLanes>.ScheduleLength + CacheLine.Spare<TVector>()]);
        for (var done = 0; done < messages; done += TLanes.Count)
        {
            Sha256Kernel<TVector, TLanes>.Start(state);
            Sha256Kernel<TVector, TLanes>.Compress(state, w);
            // Every message begins with the hash of the one before, so that no round can be left out.
            w[0] = state[0];
        }
    }

    public static void Library(int messages)
    {
        // 51 bytes, as the longest of the two messages behind a ticket.
        Span<byte> message = stackalloc byte[51];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var done = 0; done < messages; done++)
        {
            SHA256.HashData(message, hash);
            message[0] = hash[0];
        }
    }
}

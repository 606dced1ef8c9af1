using System.Buffers;

namespace Inspection.Drawing;

/// <summary>
/// Collects bytes in pieces and joins them once at the end. A record of a large draw has tens of megabytes: one buffer
/// that grows by copying itself would hold them three times over.
/// </summary>
internal sealed class ByteCollector : IBufferWriter<byte>
{
    private const int FirstPiece = 1 << 12;
    private const int LargestPiece = 1 << 20;
    private readonly List<ReadOnlyMemory<byte>> full = [];
    private byte[] piece = new byte[FirstPiece];
    private int used;

    public void Advance(int count) => used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (piece.Length - used < Math.Max(1, sizeHint))
        {
            full.Add(piece.AsMemory(0, used));
            piece = new byte[Math.Max(sizeHint, Math.Min(LargestPiece, 2 * piece.Length))];
            used = 0;
        }

        return piece.AsMemory(used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public byte[] ToArray()
    {
        var bytes = new byte[full.Sum(static p => p.Length) + used];
        var at = 0;
        foreach (var p in full)
        {
            p.Span.CopyTo(bytes.AsSpan(at));
            at += p.Length;
        }

        piece.AsSpan(0, used).CopyTo(bytes.AsSpan(at));
        return bytes;
    }
}

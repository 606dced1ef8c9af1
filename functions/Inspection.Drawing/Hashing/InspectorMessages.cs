using System.Buffers.Binary;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// The part of <c>ticket(e) ‖ 'K' ‖ inspector_id</c> that does not depend on the enterprise, padded as FIPS 180-4 section
/// 5.1.1 asks, so that a match of many enterprises with the same inspectors packs each id once.
/// </summary>
internal sealed class InspectorMessages
{
    private const int BlockWords = 16;
    private const int TicketWords = 8;
    private readonly uint[][] padded;

    public InspectorMessages(IEnumerable<string> inspectorIds)
    {
        Ids = [.. inspectorIds.Select(ProtocolText.Strict.GetBytes)];
        padded = [.. Ids.Select(Pad)];
    }

    /// <summary>The ids as UTF-8.</summary>
    public byte[][] Ids { get; }

    /// <summary>How many 64-byte blocks the whole message of an inspector has.</summary>
    public int Blocks(int inspector) => padded[inspector].Length / BlockWords;

    /// <summary>The words of one block; in block 0 the ticket's eight words are zero, for the hasher to fill.</summary>
    public ReadOnlySpan<uint> Block(int inspector, int block) =>
        padded[inspector].AsSpan(block * BlockWords, BlockWords);

    private static uint[] Pad(byte[] id)
    {
        var length = Digest.Size + 1 + id.Length;
        var words = new uint[(length + 9 + 63) / 64 * BlockWords];
        var bytes = new byte[words.Length * sizeof(uint)];
        bytes[Digest.Size] = (byte)'K';
        id.CopyTo(bytes, Digest.Size + 1);
        bytes[length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(bytes.Length - sizeof(ulong)), (ulong)length * 8);
        for (var i = TicketWords; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)));
        return words;
    }
}

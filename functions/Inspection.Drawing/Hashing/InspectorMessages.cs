using System.Buffers.Binary;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// The part of <c>ticket(e) ‖ 'K' ‖ inspector_id</c> that does not depend on the enterprise, padded as FIPS 180-4 section
/// 5.1.1 asks, so that a match of many enterprises with the same inspectors packs each id once.
/// </summary>
internal sealed class InspectorMessages
{
    private const int BlockWords = 16;
    private readonly uint[][] rows;
    private readonly int[] blocks;

    public InspectorMessages(IEnumerable<string> inspectorIds)
    {
        Ids = [.. inspectorIds.Select(ProtocolText.Strict.GetBytes)];
        uint[][] padded = [.. Ids.Select(Pad)];
        blocks = [.. padded.Select(static words => words.Length / BlockWords)];
        rows = new uint[blocks.DefaultIfEmpty().Max() * BlockWords][];
        for (var word = 0; word < rows.Length; word++)
            rows[word] = RowOf(padded, word);
    }

    /// <summary>The ids as UTF-8.</summary>
    public byte[][] Ids { get; }

    /// <summary>How many 64-byte blocks the whole message of an inspector has.</summary>
    public int Blocks(int inspector) => blocks[inspector];

    /// <summary>
    /// One word of a block by inspector, or a single word where it is everybody's, as the padding and the beginning of
    /// the ids mostly are. The ticket's eight words in block 0 are zero, for the hasher to fill.
    /// </summary>
    public ReadOnlySpan<uint> Row(int block, int word) => rows[(block * BlockWords) + word];

    private static uint[] RowOf(uint[][] padded, int word)
    {
        uint[] row = [.. padded.Select(words => word < words.Length ? words[word] : 0)];
        return Array.TrueForAll(row, w => w == row[0]) ? row[..1] : row;
    }

    private static uint[] Pad(byte[] id)
    {
        var length = Digest.Size + 1 + id.Length;
        var words = new uint[(length + 9 + 63) / 64 * BlockWords];
        var bytes = new byte[words.Length * sizeof(uint)];
        bytes[Digest.Size] = (byte)'K';
        id.CopyTo(bytes, Digest.Size + 1);
        bytes[length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(bytes.Length - sizeof(ulong)), (ulong)length * 8);
        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)));
        return words;
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace Inspection.App.Directory;

/// <summary>
/// Some of the slots of an area. As bytes it is short where the slots are few, which is so for most pieces of names:
/// <code>
/// fewer than 256 slots: each in 2 bytes, ascending     otherwise: 4096 bits, 512 bytes
/// </code>
/// both little-endian; the length tells which.
/// </summary>
internal sealed class SlotSet
{
    private const int WordBits = 64;
    private const int MapBytes = EnterprisePlace.Slots / 8;
    private const int MostListed = (MapBytes / sizeof(ushort)) - 1;

    private readonly ulong[] words = new ulong[EnterprisePlace.Slots / WordBits];

    public static SlotSet Read(ReadOnlySpan<byte> bytes)
    {
        var set = new SlotSet();
        if (bytes.Length == MapBytes)
        {
            for (var i = 0; i < set.words.Length; i++)
                set.words[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
            return set;
        }

        for (; !bytes.IsEmpty; bytes = bytes[sizeof(ushort)..])
            set.Add(BinaryPrimitives.ReadUInt16LittleEndian(bytes));
        return set;
    }

    public void Add(int slot) => words[slot / WordBits] |= 1UL << (slot % WordBits);

    public bool Contains(int slot) => (words[slot / WordBits] >> (slot % WordBits) & 1) != 0;

    /// <summary>Adds the slots of the other set; false where all were there already.</summary>
    public bool Add(SlotSet other)
    {
        var grew = false;
        for (var i = 0; i < words.Length; i++)
        {
            grew |= (other.words[i] & ~words[i]) != 0;
            words[i] |= other.words[i];
        }

        return grew;
    }

    /// <summary>Keeps the slots that the other set has too.</summary>
    public void Intersect(SlotSet other)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] &= other.words[i];
    }

    /// <summary>The slots, ascending, from this one on.</summary>
    public IEnumerable<int> From(int first)
    {
        for (var slot = first; slot < EnterprisePlace.Slots; slot++)
        {
            if (words[slot / WordBits] == 0)
                slot |= WordBits - 1;
            else if (Contains(slot))
                yield return slot;
        }
    }

    public byte[] ToBytes()
    {
        var count = words.Sum(BitOperations.PopCount);
        var bytes = new byte[count <= MostListed ? count * sizeof(ushort) : MapBytes];
        if (count <= MostListed)
        {
            var at = 0;
            foreach (var slot in From(0))
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(sizeof(ushort) * at++), (ushort)slot);
            return bytes;
        }

        for (var i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), words[i]);
        return bytes;
    }
}

using System.Globalization;
using System.Text;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// Where an enterprise is kept. The code alone decides, so that any enterprise is one point read away and one that moves
/// to another district stays the same row: its district is a column, and <see cref="DistrictAreas"/> knows which areas
/// hold enterprises of a district.
/// <code>
/// area      = characters 3 to 8 of the code: the district of the authority that registered it (GB 32100-2015)
/// slot      = a hash of the code, 0 to 4095
/// partition = area "-" first hexadecimal digit of the slot      16 per area, scanned in parallel
/// row       = other two digits of the slot "-" code             neighbours by slot, which the name index points to
/// </code>
/// </summary>
internal readonly record struct EnterprisePlace(string Area, int Slot, string Uscc)
{
    /// <summary>Slots of an area: about 25 enterprises each in a district of 100,000.</summary>
    public const int Slots = 4096;

    /// <summary>Partitions of an area.</summary>
    public const int Shards = 16;

    public const int AreaLength = 6;

    private const int AreaStart = 2;
    private const int SlotsOfShard = Slots / Shards;

    public string Partition => PartitionOf(Area, Slot / SlotsOfShard);

    public string Row => $"{RowPrefix(Slot)}{Uscc}";

    public static EnterprisePlace Of(UnifiedSocialCreditCode uscc) => new(
        Encoding.ASCII.GetString(uscc.Bytes.Slice(AreaStart, AreaLength)), SlotOf(uscc), uscc.ToString());

    public static string PartitionOf(string area, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{area}-{shard:x}");

    /// <summary>What the partition of an enterprise says about its area.</summary>
    public static string AreaOf(string partition) => partition[..AreaLength];

    public static int ShardOf(int slot) => slot / SlotsOfShard;

    /// <summary>The beginning of the row keys of a slot.</summary>
    public static string RowPrefix(int slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{slot % SlotsOfShard:x2}-");

    // FNV-1a of 32 bits, both ends of it mixed into 12. Keys are made of it: it never changes.
    private static int SlotOf(UnifiedSocialCreditCode uscc)
    {
        var hash = 2166136261u;
        foreach (var value in uscc.Bytes)
            hash = unchecked((hash ^ value) * 16777619u);
        return (int)(((hash >> 20) ^ (hash >> 8)) % Slots);
    }
}

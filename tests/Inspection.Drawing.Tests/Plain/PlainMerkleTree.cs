using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// PROTOCOL.md, section 1: the Merkle tree of RFC 6962 section 2.1, by its recursive definition, over leaf hashes.
/// </summary>
internal static class PlainMerkleTree
{
    /// <summary>MTH(D[n]) = node(MTH(D[0:k]), MTH(D[k:n])), k the largest power of two below n.</summary>
    public static byte[] Root(byte[][] leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];

        var k = Split(leaves.Length);
        return Node(Root(leaves[..k]), Root(leaves[k..]));
    }

    /// <summary>The audit path of RFC 6962 section 2.1.1: the siblings, nearest first.</summary>
    public static List<byte[]> Path(int index, byte[][] leaves)
    {
        if (leaves.Length == 1)
            return [];

        var k = Split(leaves.Length);
        return index < k
            ? [.. Path(index, leaves[..k]), Root(leaves[k..])]
            : [.. Path(index - k, leaves[k..]), Root(leaves[..k])];
    }

    /// <summary>Checks an audit path, step by step as RFC 9162 section 2.1.3.2 says it.</summary>
    public static bool PathLeadsToRoot(byte[] leaf, long index, long size, IEnumerable<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size)
            return false;

        var fn = index;
        var sn = size - 1;
        var r = leaf;
        foreach (var p in path)
        {
            if (sn == 0)
                return false;
            if (fn % 2 == 1 || fn == sn)
            {
                r = Node(p, r);
                while (fn % 2 == 0 && fn != 0)
                {
                    fn /= 2;
                    sn /= 2;
                }
            }
            else
            {
                r = Node(r, p);
            }

            fn /= 2;
            sn /= 2;
        }

        return sn == 0 && r.SequenceEqual(root);
    }

    /// <summary>node(l, r) = SHA256(0x01 ‖ l ‖ r)</summary>
    public static byte[] Node(byte[] left, byte[] right) => Sha256([0x01], left, right);

    /// <summary>The largest power of two below n.</summary>
    public static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}

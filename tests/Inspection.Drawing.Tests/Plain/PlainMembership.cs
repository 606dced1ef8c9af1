namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// PROTOCOL.md, section 8: the membership proof, one walk of the tree from the top, left before right, that shows all
/// selected leaves at once.
/// </summary>
internal static class PlainMembership
{
    public static List<byte[]> Proof(byte[][] leaves, IReadOnlySet<int> selected)
    {
        var proof = new List<byte[]>();
        Walk(leaves, 0, selected, proof);
        return proof;
    }

    /// <summary>Whether proof and selected leaves give the root, with no element left over.</summary>
    public static bool LeadsToRoot(
        int size, IReadOnlyDictionary<int, byte[]> selected, IEnumerable<byte[]> proof, byte[] root)
    {
        if (selected.Keys.Any(index => index < 0 || index >= size))
            return false;

        var rest = new Queue<byte[]>(proof);
        var result = Rebuild(0, size, selected, rest);
        return result is not null && result.SequenceEqual(root) && rest.Count == 0;
    }

    private static void Walk(byte[][] leaves, int first, IReadOnlySet<int> selected, List<byte[]> proof)
    {
        if (!Enumerable.Range(first, leaves.Length).Any(selected.Contains))
        {
            proof.Add(PlainMerkleTree.Root(leaves));
            return;
        }

        if (leaves.Length == 1)
            return;

        var k = PlainMerkleTree.Split(leaves.Length);
        Walk(leaves[..k], first, selected, proof);
        Walk(leaves[k..], first + k, selected, proof);
    }

    private static byte[]? Rebuild(int first, int size, IReadOnlyDictionary<int, byte[]> selected, Queue<byte[]> rest)
    {
        if (!Enumerable.Range(first, size).Any(selected.ContainsKey))
            return rest.TryDequeue(out var next) ? next : null;
        if (size == 1)
            return selected[first];

        var k = PlainMerkleTree.Split(size);
        var left = Rebuild(first, k, selected, rest);
        var right = Rebuild(first + k, size - k, selected, rest);
        return left is null || right is null ? null : PlainMerkleTree.Node(left, right);
    }
}

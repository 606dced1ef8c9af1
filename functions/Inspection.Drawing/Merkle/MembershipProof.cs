namespace Inspection.Drawing;

/// <summary>
/// Shows that some leaves, all at once, are in a tree (<c>PROTOCOL.md</c> section 8, the membership proof).
/// </summary>
/// <remarks>
/// <para>
/// Walk the tree of RFC 6962 from the top, left before right. A subtree without a known leaf gives its hash to the proof;
/// a known leaf gives nothing, since whoever checks computes it; any other subtree is split at the largest power of two
/// below its size. The checker walks the same way, takes from the proof where the maker gave to it, and must reach the
/// root with nothing left over.
/// </para>
/// <para>For k of n leaves the proof has at most about k·log2(n/k) hashes.</para>
/// </remarks>
public static class MembershipProof
{
    /// <summary>Makes the proof for the leaves at the given positions.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="positions">Positions of the known leaves, ascending, none twice.</param>
    public static IReadOnlyList<Digest> Create(MerkleTree tree, IReadOnlyList<int> positions)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(positions);
        var proof = new List<Digest>();
        Collect(tree, 0, tree.Size, new Known(positions), proof);
        return proof;
    }

    /// <summary>Whether the proof leads from the known leaves to the root, with no hash missing or left over.</summary>
    /// <param name="size">The tree's size, from the notice.</param>
    /// <param name="leaves">Position and hash of the known leaves, ascending by position, none twice.</param>
    /// <param name="proof">The other hashes, in the order of the walk.</param>
    /// <param name="root">The root to reach.</param>
    public static bool LeadsToRoot(
        int size, IReadOnlyList<(int Position, Digest Leaf)> leaves, IReadOnlyList<Digest> proof, Digest root)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(proof);
        var previous = -1;
        foreach (var (position, _) in leaves)
        {
            if (position <= previous || position >= size)
                return false;
            previous = position;
        }

        var walk = new Walk(leaves, proof);
        return size > 0 && walk.Hash(0, size) == root && walk.NothingLeftOver;
    }

    private static void Collect(MerkleTree tree, int start, int end, Known known, List<Digest> proof)
    {
        if (!known.HasNextBelow(end))
        {
            proof.Add(tree.Subtree(start, end));
        }
        else if (end - start == 1)
        {
            known.Advance();
        }
        else
        {
            var middle = start + SplitOf(end - start);
            Collect(tree, start, middle, known, proof);
            Collect(tree, middle, end, known, proof);
        }
    }

    /// <summary>The largest power of two below n, for n of at least 2.</summary>
    private static int SplitOf(int n) => 1 << System.Numerics.BitOperations.Log2((uint)(n - 1));

    /// <summary>The known positions in order; the walk passes them from left to right.</summary>
    private sealed class Known(IReadOnlyList<int> positions)
    {
        private int next;

        public bool HasNextBelow(int end) => next < positions.Count && positions[next] < end;

        public void Advance() => next++;
    }

    private sealed class Walk(IReadOnlyList<(int Position, Digest Leaf)> leaves, IReadOnlyList<Digest> proof)
    {
        private int nextLeaf;
        private int nextHash;

        public bool NothingLeftOver => nextLeaf == leaves.Count && nextHash == proof.Count;

        /// <summary>The subtree's hash, or null where the proof ends too early.</summary>
        public Digest? Hash(int start, int end)
        {
            if (nextLeaf == leaves.Count || leaves[nextLeaf].Position >= end)
                return nextHash < proof.Count ? proof[nextHash++] : null;
            if (end - start == 1)
                return leaves[nextLeaf++].Leaf;
            var middle = start + SplitOf(end - start);
            return Hash(start, middle) is { } left && Hash(middle, end) is { } right ? Formulas.Node(left, right) : null;
        }
    }
}

using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>
/// The Merkle tree hash of RFC 6962 section 2.1 over the leaves of a roster (<c>PROTOCOL.md</c> section 1).
/// </summary>
/// <remarks>
/// <para>
/// The RFC splits n entries at the largest power of two below n. The same tree is built here from the bottom: level 0
/// holds the leaves, level h + 1 the nodes over pairs of level h, and an unpaired last element moves up as it is. So
/// element i of level h is the hash of the leaves from i·2^h up to (i + 1)·2^h or the end, which is exactly the
/// hash of a subtree of the RFC.
/// </para>
/// <para>With one leaf the root is that leaf. A tree of n leaves holds about 2n digests.</para>
/// </remarks>
public sealed class MerkleTree
{
    private readonly Digest[][] levels;

    private MerkleTree(Digest[][] levels) => this.levels = levels;

    /// <summary>How many leaves.</summary>
    public int Size => levels[0].Length;

    /// <summary>The tree's hash.</summary>
    public Digest Root => levels[^1][0];

    /// <summary>The leaf at a position, from 0.</summary>
    public Digest Leaf(int index) => levels[0][index];

    /// <summary>Builds the tree over leaves, which it keeps.</summary>
    /// <exception cref="ArgumentException">There is no leaf.</exception>
    public static MerkleTree Build(Digest[] leaves, WorkOptions? options = null) =>
        Build(leaves, DrawHasher.Best, options ?? WorkOptions.Default);

    internal static MerkleTree Build(Digest[] leaves, DrawHasher hasher, WorkOptions options)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        if (leaves.Length == 0)
            throw new ArgumentException("a tree has at least one leaf", nameof(leaves));
        var levels = new List<Digest[]> { leaves };
        while (levels[^1].Length > 1)
            levels.Add(Parents(levels[^1], hasher, options));
        return new MerkleTree([.. levels]);
    }

    /// <summary>The audit path of a leaf: its siblings from the leaf upwards (RFC 6962 section 2.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public IReadOnlyList<Digest> AuditPath(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        var path = new List<Digest>();
        foreach (var level in levels[..^1])
        {
            // An unpaired last element has no sibling at this level.
            if ((index ^ 1) < level.Length)
                path.Add(level[index ^ 1]);
            index >>= 1;
        }

        return path;
    }

    /// <summary>The hash of the leaves from start to end, where these bound a subtree of the RFC's tree.</summary>
    internal Digest Subtree(int start, int end)
    {
        var level = 0;
        while (1L << level < end - start)
            level++;
        return levels[level][start >> level];
    }

    private static Digest[] Parents(Digest[] children, DrawHasher hasher, WorkOptions options)
    {
        var pairs = children.Length / 2;
        var parents = new Digest[pairs + (children.Length % 2)];
        options.ForEachChunk(pairs, (start, count) =>
            hasher.Nodes(children.AsSpan(2 * start, 2 * count), parents.AsSpan(start, count)));
        if (children.Length % 2 == 1)
            parents[^1] = children[^1];
        return parents;
    }
}

using System.Buffers;
using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>The tree over a roster's leaves, whose root the notice publishes (<c>PROTOCOL.md</c> section 1).</summary>
/// <remarks>
/// <code>
/// salt(e)      = SHA256(drawKey ‖ 'S' ‖ uscc)[..16]
/// classSeal(e) = SHA256(salt(e) ‖ class)
/// leaf(e)      = SHA256(0x00 ‖ uscc ‖ classSeal(e))
/// </code>
/// </remarks>
public static class RosterTree
{
    /// <summary>Computes the tree of a roster under a draw key.</summary>
    public static MerkleTree Build(Roster roster, DrawKey key, WorkOptions? options = null) =>
        Build(roster, key, DrawHasher.Best, options ?? WorkOptions.Default);

    internal static MerkleTree Build(Roster roster, DrawKey key, DrawHasher hasher, WorkOptions options)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(key);
        var leaves = new Digest[roster.Size];
        options.ForEachChunk(roster.Size, (start, count) =>
        {
            var classes = ArrayPool<RiskClass>.Shared.Rent(count);
            roster.CopyClasses(start, classes.AsSpan(0, count));
            hasher.Leaves(key, roster.Codes.Slice(start, count), classes.AsSpan(0, count), leaves.AsSpan(start, count));
            ArrayPool<RiskClass>.Shared.Return(classes);
        });
        return MerkleTree.Build(leaves, hasher, options);
    }
}

namespace Inspection.Drawing;

/// <summary>Checks an audit path as RFC 9162 section 2.1.3.2 says.</summary>
/// <remarks>
/// The path lists siblings from the leaf upwards. Bit h of the leaf's position tells on which side the sibling of level h
/// stands; where the leaf's branch is the unpaired last of a level, that level has no sibling and is skipped. The path
/// must be used up exactly when the root is reached.
/// </remarks>
public static class AuditPath
{
    /// <summary>Whether the path leads from the leaf at <paramref name="index"/> to the root of a tree of <paramref name="size"/> leaves.</summary>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="index">Its position, from 0.</param>
    /// <param name="size">The tree's size, which the verifier takes from the notice and never from the path.</param>
    /// <param name="path">Siblings, nearest first.</param>
    /// <param name="root">The root to reach.</param>
    public static bool LeadsToRoot(Digest leaf, long index, long size, IReadOnlyList<Digest> path, Digest root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= size)
            return false;
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = Formulas.Node(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = Formulas.Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }
}

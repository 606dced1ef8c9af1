using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Hashing;

/// <summary>The tree built from the bottom is the tree that RFC 6962 defines from the top.</summary>
public sealed class MerkleTreeTests
{
    private const int Most = 70;

    private static readonly byte[][] Leaves =
        [.. Enumerable.Range(0, Most).Select(i => PlainNotation.Sha256([(byte)i]))];

    public static TheoryData<string> HasherNames => Hashers.Names;

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void Build_EveryNumberOfLeaves_HasTheRootAndThePathsOfTheDefinition(string hasher)
    {
        for (var size = 1; size <= Most; size++)
        {
            var tree = MerkleTree.Build(Digests(Leaves[..size]), Hashers.Get(hasher), new WorkOptions());
            Assert.Equal(PlainMerkleTree.Root(Leaves[..size]), tree.Root.ToArray());
            for (var index = 0; index < size; index++)
            {
                var path = tree.AuditPath(index);
                Assert.Equal(Digests([.. PlainMerkleTree.Path(index, Leaves[..size])]), path);
                Assert.True(AuditPath.LeadsToRoot(tree.Leaf(index), index, size, path, tree.Root));
            }
        }
    }

    [Fact]
    public void LeadsToRoot_AnotherIndexOrAPathOfAnotherLength_IsFalse()
    {
        for (var size = 2; size <= Most; size++)
        {
            var tree = MerkleTree.Build(Digests(Leaves[..size]));
            for (var index = 0; index < size; index++)
            {
                var path = tree.AuditPath(index);
                for (var other = 0; other < size; other++)
                    Assert.Equal(other == index, AuditPath.LeadsToRoot(tree.Leaf(index), other, size, path, tree.Root));
                Assert.False(AuditPath.LeadsToRoot(tree.Leaf(index), index, size, [.. path, tree.Root], tree.Root));
                Assert.False(AuditPath.LeadsToRoot(tree.Leaf(index), index, size, [.. path.Skip(1)], tree.Root));
            }
        }
    }

    [Fact]
    public void MembershipProof_AnySetOfLeaves_IsThatOfTheDefinitionAndLeadsToTheRoot()
    {
        var random = new PlainRandom(1);
        for (var size = 1; size <= Most; size++)
        {
            var tree = MerkleTree.Build(Digests(Leaves[..size]));
            for (var oneIn = 1; oneIn <= 9; oneIn += 2)
            {
                int[] known = [.. random.Some(Enumerable.Range(0, size), oneIn).Order()];
                var proof = MembershipProof.Create(tree, known);
                var wanted = PlainMembership.Proof(Leaves[..size], known.ToHashSet());
                Assert.Equal(Digests([.. wanted]), proof);
                Assert.True(MembershipProof.LeadsToRoot(size, [.. known.Select(i => (i, tree.Leaf(i)))], proof, tree.Root));
            }
        }
    }

    private static Digest[] Digests(byte[][] hashes) => [.. hashes.Select(hash => Digest.FromBytes(hash))];
}

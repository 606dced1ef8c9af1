using BenchmarkDotNet.Attributes;
using Inspection.Drawing;
using Inspection.Drawing.Hashing;

namespace Inspection.Benchmarks;

/// <summary>The root over a roster: from given leaves, and with the leaves. Times are per enterprise.</summary>
public class MerkleBenchmarks
{
    private const int Enterprises = 1_000_000;
    private readonly WorkOptions oneThread = new() { Threads = 1 };
    private Roster roster = null!;
    private Digest[] leaves = null!;

    [GlobalSetup]
    public void Setup()
    {
        roster = BenchmarkRegistry.Enterprises(Enterprises);
        var tree = RosterTree.Build(roster, BenchmarkRegistry.Key);
        leaves = [.. Enumerable.Range(0, tree.Size).Select(tree.Leaf)];
    }

    /// <summary>A node's message takes two blocks, and a tree has one node less than leaves.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Enterprises)]
    public void RawKernel() => RawHashing.Best(2 * Enterprises);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public object Nodes() => MerkleTree.Build(leaves, oneThread);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public object NodesByLibrary() => MerkleTree.Build(leaves, new LibraryHasher(), oneThread);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public object LeavesAndNodes() => RosterTree.Build(roster, BenchmarkRegistry.Key, oneThread);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public object LeavesAndNodesAllCores() => RosterTree.Build(roster, BenchmarkRegistry.Key);
}

using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Inspection.Drawing.Hashing;

namespace Inspection.Benchmarks;

/// <summary>One-block messages through the kernels of each width and through the library; times are per message.</summary>
public class KernelBenchmarks
{
    private const int Messages = 1 << 16;

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void LibraryHashData() => RawHashing.Library(Messages);

    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(BenchmarkConfig.Needs128)]
    public void FourLanes() => RawHashing.Lanes<Vector128<uint>, Lanes4>(Messages);

    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(BenchmarkConfig.Needs256)]
    public void EightLanes() => RawHashing.Lanes<Vector256<uint>, Lanes8>(Messages);

    [Benchmark(OperationsPerInvoke = Messages), BenchmarkCategory(BenchmarkConfig.Needs512)]
    public void SixteenLanes() => RawHashing.Lanes<Vector512<uint>, Lanes16>(Messages);
}

using BenchmarkDotNet.Attributes;
using Inspection.Drawing;

namespace Inspection.Benchmarks;

/// <summary>
/// A whole draw, from the roster in memory to every byte of the package: about 8% of the enterprises are drawn, and each
/// is visited by two inspectors of each of two departments.
/// </summary>
[WarmupCount(0), IterationCount(3), InvocationCount(1)]
public class DrawBenchmarks
{
    private const int Inspectors = 2000;
    private const int VisitingDepartments = 2;
    private Notice notice = null!;
    private DrawMaterials materials = null!;

    [Params(100_000, 1_000_000, 10_000_000)]
    public int Enterprises { get; set; }

    [ParamsSource(nameof(ThreadCounts))]
    public int Threads { get; set; }

    public static IEnumerable<int> ThreadCounts => new[] { 1, Environment.ProcessorCount }.Distinct();

    [GlobalSetup]
    public void Setup() => (notice, materials) =
        BenchmarkRegistry.Draw(Enterprises, Inspectors, VisitingDepartments);

    [Benchmark]
    public void DrawAndPackage() =>
        Draw.Run(notice, materials, new NoEntropy(), new WorkOptions { Threads = Threads })
            .WritePackage(Stream.Null);
}

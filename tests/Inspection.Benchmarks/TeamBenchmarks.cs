using BenchmarkDotNet.Attributes;
using Inspection.Drawing;

namespace Inspection.Benchmarks;

/// <summary>Matching 2,000 inspectors of four departments, some recused, to the drawn; two departments visit together.</summary>
[WarmupCount(1), IterationCount(5), InvocationCount(1)]
public class TeamBenchmarks
{
    private const int Inspectors = 2000;
    private const int VisitingDepartments = 2;
    private IReadOnlyList<Lot> selected = null!;
    private InspectorList inspectors = null!;

    [Params(20_000, 80_000)]
    public int Visits { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var roster = BenchmarkRegistry.Enterprises(Visits);
        var everybody = Sampling.ByRates(roster, roster.Classes.ToDictionary(
            static c => c.RiskClass, static _ => new BasisPoints(BasisPoints.Whole)));
        selected = Selection.Draw(roster, BenchmarkRegistry.Key, BenchmarkRegistry.Seed, everybody, reserve: 0).Selected;
        inspectors = BenchmarkRegistry.Inspectors(Inspectors, Visits);
    }

    [Benchmark]
    public object Match() => TeamMatch.Run(
        selected, [], inspectors, BenchmarkRegistry.Teams(VisitingDepartments), new WorkOptions { Threads = Threads });
}

using BenchmarkDotNet.Attributes;
using Inspection.Drawing;
using Inspection.Drawing.Hashing;

namespace Inspection.Benchmarks;

/// <summary>
/// The ticket pass over a roster on one thread, against the hashing alone: two messages for each enterprise, its salt and
/// its ticket. Times are per enterprise.
/// </summary>
public class TicketPassBenchmarks
{
    private const int Enterprises = 1_000_000;
    private readonly WorkOptions oneThread = new() { Threads = 1 };
    private Roster roster = null!;
    private int[] wanted = null!;

    [GlobalSetup]
    public void Setup()
    {
        roster = BenchmarkRegistry.Enterprises(Enterprises);
        wanted = [.. roster.Classes.Select(static c => BenchmarkRegistry.Rates[c.RiskClass].CeilingOf(c.Size))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Enterprises)]
    public void RawKernel() => RawHashing.Best(2 * Enterprises);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public object TicketPass() => Pass(DrawHasher.Best, oneThread);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public object TicketPassAllCores() => Pass(DrawHasher.Best, WorkOptions.Default);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public void LibraryHashData()
    {
        foreach (ref readonly var code in roster.Codes)
            Formulas.Ticket(BenchmarkRegistry.Seed, Formulas.Salt(BenchmarkRegistry.Key, code));
    }

    private Lot[][] Pass(DrawHasher hasher, WorkOptions options) =>
        new TicketPass(roster, BenchmarkRegistry.Key, BenchmarkRegistry.Seed, hasher, options).Smallest(wanted);
}

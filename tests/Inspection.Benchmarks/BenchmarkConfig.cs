using System.Runtime.Intrinsics;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Inspection.Benchmarks;

/// <summary>How every benchmark is run: shortly, in this process, with the memory it allocates.</summary>
/// <remarks>
/// The usual toolchain of BenchmarkDotNet writes, restores and builds a project for each job, which wants the package
/// feed and takes longer than the measuring. The emitted one runs in this process, offline. Figures are to be compared
/// within one run: ratios travel from machine to machine, times do not.
/// </remarks>
internal static class BenchmarkConfig
{
    /// <summary>Category of what needs 512-bit vectors; the others likewise.</summary>
    public const string Needs512 = nameof(Vector512);
    public const string Needs256 = nameof(Vector256);
    public const string Needs128 = nameof(Vector128);

    // A draw from ten million enterprises takes many seconds; the default limit is five minutes for a whole benchmark.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    public static IConfig Create() => DefaultConfig.Instance
        .AddJob(Job.ShortRun
            .WithToolchain(new InProcessEmitToolchain(Limit, logOutput: true))
            .WithIterationCount(5)
            .WithId("short"))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Median)
        .HideColumns(Column.Error, Column.Categories)
        .AddFilter(new SimpleFilter(RunsHere));

    private static bool RunsHere(BenchmarkCase benchmark) =>
        (Vector512.IsHardwareAccelerated || !benchmark.Descriptor.HasCategory(Needs512))
        && (Vector256.IsHardwareAccelerated || !benchmark.Descriptor.HasCategory(Needs256))
        && (Vector128.IsHardwareAccelerated || !benchmark.Descriptor.HasCategory(Needs128));
}

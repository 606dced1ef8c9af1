using System.Diagnostics;
using Inspection.App.Directory;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Directory;

/// <summary>
/// Another process that imports a file until it is killed: this test program again, told to run
/// <see cref="Imports_until_it_is_killed"/> alone.
/// </summary>
public sealed class ImportProcess
{
    public const int Rows = 60_000;

    private const string FolderVariable = "INSPECTION_TEST_IMPORT_FOLDER";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs the process until it has written some rows, kills it, and gives the id of its import.</summary>
    internal static async Task<string> KillAtWorkAsync(string folder, CancellationToken cancellation)
    {
        var program = Path.ChangeExtension(typeof(ImportProcess).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        var start = new ProcessStartInfo(program)
        {
            ArgumentList = { "-method", $"*{nameof(Imports_until_it_is_killed)}", "-explicit", "only" },
            RedirectStandardOutput = true,
            Environment = { [FolderVariable] = folder },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        using var store = new Inspection.App.Storage.Embedded.SqliteTableStore(
            Path.Combine(folder, "inspection.db"), TimeProvider.System);
        var imports = new ImportStore(store);
        try
        {
            while (true)
            {
                if (process.HasExited)
                    Assert.Fail($"the import ended by itself: {await output}");
                if (await imports.LastAsync("enterprises", cancellation) is { State: ImportState.Writing, Processed: > 0 } job)
                    return job.Id;
                await Task.Delay(5, cancellation);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact(Explicit = true)]
    public async Task Imports_until_it_is_killed()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { } path)
        {
            Assert.Skip("runs as the child of another test only");
            return;
        }

        using var bench = new ImportBench(new TemporaryFolder(path), TimeProvider.System);
        await bench.ImportAsync("enterprises", Sample.Csv(Rows));
        await Task.Delay(Timeout.Infinite, Cancellation);
    }

    /// <summary>A measurement by hand: -method "*Imports_100_000_enterprises" -explicit only -showLiveOutput.</summary>
    [Fact(Explicit = true)]
    public async Task Imports_100_000_enterprises()
    {
        const int count = 100_000;
        var file = Sample.Csv(count);
        using var bench = new ImportBench(null, TimeProvider.System);
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var round in (string[])["new", "unchanged"])
        {
            var writes = bench.Tables.Writes;
            var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var job = await bench.ImportAsync("enterprises", file);
            output.WriteLine(
                $"{round}: {watch.Elapsed.TotalSeconds:f2} s, processor "
                + $"{(Environment.CpuUsage.TotalTime - processor).TotalSeconds:f2} s, {job.Counts}, {bench.Tables.Writes - writes} transactions, "
                + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
            Assert.Equal(ImportState.Done, job.State);
        }

        await MeasureAsync("scan of all", async () => await bench.Enterprises.ScanAsync(cancellation: Cancellation).CountAsync(Cancellation));
        foreach (var text in (string[])["云泽", "火锅", "鑫达", "不在"])
        {
            await MeasureAsync($"first page of {text}", async () =>
                (await bench.Enterprises.FindAsync(new EnterpriseQuery(text), null, 50, Cancellation)).Items.Count);
        }

        async Task MeasureAsync(string what, Func<Task<int>> work)
        {
            var watch = Stopwatch.StartNew();
            var found = await work();
            output.WriteLine($"{what}: {found} in {watch.Elapsed.TotalMilliseconds:f1} ms");
        }
    }
}

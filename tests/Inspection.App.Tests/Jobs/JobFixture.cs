using Inspection.App.Jobs;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inspection.App.Tests.Jobs;

/// <summary>A store of jobs and a clock that a test moves.</summary>
internal sealed class JobFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<SqliteTableStore> opened = [];

    /// <summary>2026-11-02 01:00 UTC.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>Another process on the same store.</summary>
    public JobRunner Process()
    {
        var tables = OpenTables();
        return new JobRunner(tables, new JobStore(tables), Time, NullLogger<JobRunner>.Instance);
    }

    public SqliteTableStore OpenTables()
    {
        var tables = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), Time);
        opened.Add(tables);
        return tables;
    }

    public void Dispose()
    {
        opened.ForEach(static tables => tables.Dispose());
        folder.Dispose();
    }
}

/// <summary>A job, due at the full hour, that counts its runs and does what a test says.</summary>
internal sealed class HourlyJob : IJob
{
    private int runs;

    public string Name => "Hourly";

    public string Schedule => "0 0 * * * *";

    public int Runs => runs;

    public Func<CancellationToken, Task<JobReport>> Work { get; set; } = static _ => Task.FromResult(JobReport.Complete("done"));

    public Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref runs);
        return Work(cancellation);
    }
}

using Azure.Data.Tables;
using Inspection.App.Jobs;
using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Inspection.App.Tests.Jobs;

/// <summary>The calendar's loop, on a clock whose timers a test moves on.</summary>
public sealed class JobSchedulerTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TemporaryFolder folder = new();
    private readonly WaitingTime time = new(Start);
    private readonly HourlyJob job = new();
    private readonly SqliteTableStore tables;

    public JobSchedulerTests() => tables = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        tables.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_job_runs_at_each_of_its_times_and_never_in_between()
    {
        var times = new List<DateTimeOffset>();
        job.Work = _ =>
        {
            times.Add(time.GetUtcNow());
            return Task.FromResult(JobReport.Complete("done"));
        };
        using var calendar = Calendar(tables, job);
        await calendar.StartAsync(Cancellation);

        await LetPassUntilAsync(() => job.Runs == 3);
        await calendar.StopAsync(Cancellation);

        Assert.Equal([Start + Hour, Start + (2 * Hour), Start + (3 * Hour)], times);
        Assert.Equal(Start + (3 * Hour), (await new JobStore(tables).FindAsync(job.Name, Cancellation))!.LastDueAt);
    }

    [Fact]
    public async Task A_long_job_delays_no_other()
    {
        var end = new TaskCompletionSource<JobReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new SlowJob(end.Task);
        using var calendar = Calendar(tables, slow, job);
        await calendar.StartAsync(Cancellation);

        await LetPassUntilAsync(() => job.Runs == 2 && slow.IsStarted);

        Assert.Equal(JobOutcome.Running, (await new JobStore(tables).FindAsync(slow.Name, Cancellation))!.Outcome);
        end.SetResult(JobReport.Complete("done"));
        await calendar.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_for_a_while_does_not_end_the_calendar()
    {
        var flaky = new FlakyStore(tables) { IsDown = true };
        using var calendar = Calendar(flaky, job);
        await calendar.StartAsync(Cancellation);
        await LetPassUntilAsync(() => flaky.Refused >= 3);
        Assert.Equal(0, job.Runs);

        flaky.IsDown = false;
        await LetPassUntilAsync(() => job.Runs == 1);
        await calendar.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_job_that_another_process_runs_is_looked_at_again_and_not_run_twice()
    {
        await new JobStore(tables).FindOrAddAsync(job.Name, Start, Cancellation);
        time.Advance(Hour);
        var other = await Lease.TryTakeAsync(tables, time, $"job {job.Name}", TimeSpan.FromMinutes(5), Cancellation);
        using var calendar = Calendar(tables, job);
        await calendar.StartAsync(Cancellation);

        // The other process holds the lease and never says that it is done: it died.
        await LetPassUntilAsync(() => job.Runs == 1);
        await calendar.StopAsync(Cancellation);

        Assert.NotNull(other);
        Assert.True(time.GetUtcNow() >= other.ExpiresAt);
    }

    private JobScheduler Calendar(ITableStore store, params IJob[] jobs) => new(
        jobs, new JobRunner(store, new JobStore(store), time, NullLogger<JobRunner>.Instance), time, NullLogger<JobScheduler>.Instance);

    /// <summary>Moves the clock on in small steps, each time when the calendar has nothing to do but wait.</summary>
    private async Task LetPassUntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            if (time.IsWaitedFor)
                time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }
    }

    /// <summary>Knows whether somebody waits for it.</summary>
    private sealed class WaitingTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private int waits;

        public bool IsWaitedFor => Volatile.Read(ref waits) > 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            // A lease is renewed again and again while work goes on; that is no wait for the next look.
            return period == Timeout.InfiniteTimeSpan ? new Wait(this, timer) : timer;
        }

        private sealed class Wait : ITimer
        {
            private readonly WaitingTime time;
            private readonly ITimer timer;
            private int isOver;

            public Wait(WaitingTime time, ITimer timer)
            {
                (this.time, this.timer) = (time, timer);
                Interlocked.Increment(ref time.waits);
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                if (Interlocked.Exchange(ref isOver, 1) == 0)
                    Interlocked.Decrement(ref time.waits);
                timer.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }

    private sealed class SlowJob(Task<JobReport> end) : IJob
    {
        public string Name => "Slow";

        public string Schedule => "0 0 * * * *";

        public bool IsStarted { get; private set; }

        public Task<JobReport> RunAsync(CancellationToken cancellation)
        {
            IsStarted = true;
            return end.WaitAsync(cancellation);
        }
    }

    private sealed class FlakyStore(ITableStore inner) : ITableStore
    {
        private int refused;

        public bool IsDown { get; set; }

        public int Refused => refused;

        public Task EnsureTableAsync(string table, CancellationToken cancellation = default) => Asked().EnsureTableAsync(table, cancellation);

        public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellation = default) =>
            Asked().GetAsync(table, partitionKey, rowKey, cancellation);

        public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, CancellationToken cancellation = default) =>
            Asked().QueryAsync(table, range, cancellation);

        public Task<TablePage> QueryPageAsync(
            string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default) =>
            Asked().QueryPageAsync(table, range, size, continuation, cancellation);

        public Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default) =>
            Asked().WriteAsync(table, write, cancellation);

        public Task<TransactionResult> TransactAsync(
            string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default) =>
            Asked().TransactAsync(table, writes, cancellation);

        private ITableStore Asked()
        {
            if (!IsDown)
                return inner;
            Interlocked.Increment(ref refused);
            throw new IOException("the network is down");
        }
    }
}

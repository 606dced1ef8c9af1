using Inspection.App.Jobs;
using Inspection.App.Storage;

namespace Inspection.App.Tests.Jobs;

public sealed class JobRunnerTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly JobFixture fixture = new();
    private readonly HourlyJob job = new();
    private readonly JobRunner process;

    public JobRunnerTests() => process = fixture.Process();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_job_that_is_seen_for_the_first_time_has_missed_nothing()
    {
        var state = await LookAsync();

        Assert.Equal(0, job.Runs);
        Assert.Equal(JobOutcome.None, state.Outcome);
        Assert.Equal(fixture.Time.GetUtcNow() + Hour, state.NextAt(JobRunner.ScheduleOf(job), fixture.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_job_runs_once_at_its_time()
    {
        await LookAsync();
        fixture.Time.Advance(Hour - TimeSpan.FromSeconds(1));
        await LookAsync();
        Assert.Equal(0, job.Runs);

        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        var state = await LookAsync();
        await LookAsync();

        Assert.Equal(1, job.Runs);
        Assert.Equal((JobOutcome.Succeeded, "done"), (state.Outcome, state.Detail));
        Assert.Equal(fixture.Time.GetUtcNow(), state.LastDueAt);
        Assert.Null(state.MissedAt);
    }

    [Fact]
    public async Task Runs_that_were_missed_are_caught_up_exactly_once_and_shown()
    {
        await LookAsync();
        fixture.Time.Advance((5 * Hour) + TimeSpan.FromMinutes(20));

        // Nothing ran for five hours; now a process starts.
        var restarted = fixture.Process();
        var state = await restarted.RunIfDueAsync(job, Cancellation);
        await restarted.RunIfDueAsync(job, Cancellation);

        Assert.Equal(1, job.Runs);
        Assert.Equal(fixture.Time.GetUtcNow() - TimeSpan.FromMinutes(20), state.MissedAt);
        Assert.Equal(fixture.Time.GetUtcNow(), state.CaughtUpAt);
    }

    [Fact]
    public async Task Of_many_processes_on_one_store_one_runs_the_job()
    {
        job.Work = static async cancellation =>
        {
            await Task.Delay(100, cancellation);
            return JobReport.Complete("done");
        };
        await LookAsync();
        fixture.Time.Advance(Hour);
        var processes = Enumerable.Range(0, 6).Select(_ => fixture.Process()).ToList();

        await Task.WhenAll(processes.Select(one => Task.Run(() => one.RunIfDueAsync(job, Cancellation))));

        Assert.Equal(1, job.Runs);
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_is_taken_over_when_its_lease_runs_out()
    {
        var jobs = new JobStore(fixture.OpenTables());
        await LookAsync();
        fixture.Time.Advance(Hour);
        // What a killed process leaves: the row of a run that never ended, and a lease that nobody gives back.
        var cutOff = (await jobs.FindAsync(job.Name, Cancellation))!.Started(fixture.Time.GetUtcNow(), fixture.Time.GetUtcNow());
        await jobs.ReplaceAsync(cutOff, Cancellation);
        var dead = await Lease.TryTakeAsync(fixture.OpenTables(), fixture.Time, $"job {job.Name}", TimeSpan.FromSeconds(30), Cancellation);

        await LookAsync();
        Assert.Equal(0, job.Runs);

        fixture.Time.Advance(TimeSpan.FromSeconds(31));
        var state = await LookAsync();

        Assert.NotNull(dead);
        Assert.Equal(1, job.Runs);
        Assert.Equal(JobOutcome.Succeeded, state.Outcome);
    }

    [Fact]
    public async Task An_error_is_kept_and_the_same_slot_is_tried_again()
    {
        job.Work = static _ => throw new InvalidOperationException("no ink");
        await LookAsync();
        fixture.Time.Advance(Hour);

        var failed = await LookAsync();
        Assert.Equal((JobOutcome.Failed, "InvalidOperationException: no ink"), (failed.Outcome, failed.Detail));
        await LookAsync();
        Assert.Equal(1, job.Runs);

        job.Work = static _ => Task.FromResult(JobReport.Complete("done"));
        fixture.Time.Advance(JobState.RetryAfter);
        var state = await LookAsync();

        Assert.Equal(2, job.Runs);
        Assert.Equal(JobOutcome.Succeeded, state.Outcome);
        Assert.Null(state.MissedAt);
    }

    [Fact]
    public async Task What_stays_incomplete_is_tried_again_until_it_is_complete()
    {
        job.Work = static _ => Task.FromResult(JobReport.Incomplete("half"));
        await LookAsync();
        fixture.Time.Advance(Hour);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(JobOutcome.Incomplete, (await LookAsync()).Outcome);
            fixture.Time.Advance(JobState.RetryAfter);
        }

        Assert.Equal(3, job.Runs);
    }

    [Fact]
    public async Task A_run_that_was_stopped_with_its_process_is_run_again_at_the_next_start()
    {
        using var shutdown = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        job.Work = async cancellation =>
        {
            await shutdown.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return JobReport.Complete("never");
        };
        await LookAsync();
        fixture.Time.Advance(Hour);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => process.RunIfDueAsync(job, shutdown.Token));

        job.Work = static _ => Task.FromResult(JobReport.Complete("done"));
        var state = await fixture.Process().RunIfDueAsync(job, Cancellation);

        Assert.Equal((2, JobOutcome.Succeeded), (job.Runs, state.Outcome));
    }

    private Task<JobState> LookAsync() => process.RunIfDueAsync(job, Cancellation);
}

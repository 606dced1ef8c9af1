using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Results;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Publication;

/// <summary>Processes that die in the middle of publishing: the job leaves neither half of a result nor two of it.</summary>
public sealed class CrashTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_and_a_correction_that_die_at_any_write_are_finished_by_the_job()
    {
        var fuse = new Fuse();
        await using var fixture = await ResultFixture.StartAsync(Terms(), configure: fuse.Wire);
        var visits = (await fixture.VisitedAsync()).Select(item => new ResultId(fixture.DrawId, (string)item["uscc"]!)).ToList();
        var isWhole = false;
        var writes = 0;
        for (; !isWhole; writes++)
        {
            isWhole = await OnceAsync(fixture, fuse, visits[writes], writes, 1);
            // A revision of what is public by now.
            await OnceAsync(fixture, fuse, visits[writes], writes, 2);
        }

        Assert.True(writes > 10);
        await PublicSides.AssertLedgerAsync(fixture.Draws, 2 * writes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(9)]
    public async Task A_process_killed_in_the_middle_of_publishing_leaves_what_the_job_finishes(int write)
    {
        using var folder = new TemporaryFolder();
        ResultId id;
        await using (var before = await ResultFixture.StartAsync(folder: folder))
        {
            id = new ResultId(before.DrawId, await before.FirstVisitAsync());
            await before.ApproveAsync(id, "Pending", "Rectify");
        }

        await DrawProcess.KillAtWriteAsync(folder, DrawProcess.Step.Publish, id.ToString(), write);

        await using var after = await DrawFixture.OpenAsync(folder);
        after.App.Time.Advance(TimeSpan.FromDays(30));
        Assert.True((await after.Service<PublishDue>().RunAsync(Cancellation)).IsComplete);
        await PublicSides.AssertWholeAsync(after, id, 1, $"killed at write {write}");
        await PublicSides.AssertLedgerAsync(after, 1);
    }

    private static async Task<bool> OnceAsync(ResultFixture fixture, Fuse fuse, ResultId id, int writes, int revision)
    {
        await fixture.ApproveAsync(id);
        fuse.BlowAfter(writes);
        var isWhole = await Fuse.FinishesAsync(() => fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation));
        fuse.Mend();
        // Whoever goes on has another clock, and finds what the dead one said.
        fixture.Draws.App.Time.Advance(TimeSpan.FromHours(30));
        var report = await fixture.Service<PublishDue>().RunAsync(Cancellation);
        Assert.True(report.IsComplete, report.Detail);
        await PublicSides.AssertWholeAsync(fixture.Draws, id, revision, $"dead after {writes} writes");
        return isWhole;
    }

    private static TaskTerms Terms()
    {
        var half = new TaskSampling
        {
            Mode = SamplingMode.Rates,
            Rates = new Dictionary<string, int> { ["A"] = 5000, ["B"] = 5000, ["C"] = 5000 },
        };
        return ResultFixture.Terms() with { Sampling = half };
    }
}

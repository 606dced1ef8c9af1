using Inspection.App.Draws;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Storage;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;

namespace Inspection.App.Tests.Draws;

public sealed class CrashTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_that_dies_at_any_write_is_finished_by_the_job()
    {
        var fuse = new Fuse();
        await using var fixture = await DrawFixture.StartAsync(configure: fuse.Wire);
        var service = fixture.Service<DrawService>();
        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var task = await fixture.TaskAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三")));
            fuse.BlowAfter(writes);
            isWhole = await Fuse.FinishesAsync(() => service.RequestAsync(task.Id, DrawFixture.Person("planner"), Cancellation));
            fuse.Mend();
            await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);
            if ((await TaskOf(fixture, task.Id)).DrawId.Length == 0)
                Assert.Null((await service.RequestAsync(task.Id, DrawFixture.Person("planner"), Cancellation)).Refusal);

            await AssertCommittedAsync(fixture, task.Id, $"dead after {writes} writes");
        }

        await AssertOneChainAsync(fixture);
    }

    [Fact]
    public async Task A_reveal_that_dies_at_any_write_is_finished_by_the_job_with_the_same_record()
    {
        var fuse = new Fuse();
        await using var fixture = await DrawFixture.StartAsync(configure: fuse.Wire);
        var service = fixture.Service<DrawService>();
        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var id = (string)(await fixture.CommitAsync())["id"]!;
            fuse.BlowAfter(writes);
            isWhole = await Fuse.FinishesAsync(() => service.RevealAsync(id));
            fuse.Mend();
            await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

            await AssertDrawnAsync(fixture, id, $"dead after {writes} writes");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public async Task A_process_killed_in_the_middle_of_a_commit_leaves_what_the_next_one_finishes(int write)
    {
        using var folder = new TemporaryFolder();
        string taskId;
        await using (var before = await FilledAsync(folder))
            taskId = (await before.TaskAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三")))).Id;

        await DrawProcess.KillAtWriteAsync(folder, DrawProcess.Step.Commit, taskId, write);

        await using var after = await DrawFixture.OpenAsync(folder);
        await after.Service<AdvanceDraws>().RunAsync(Cancellation);
        if ((await TaskOf(after, taskId)).DrawId.Length == 0)
            Assert.Null((await after.Service<DrawService>().RequestAsync(taskId, DrawFixture.Person("planner"), Cancellation)).Refusal);
        await AssertCommittedAsync(after, taskId, $"killed at write {write}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(12)]
    public async Task A_process_killed_in_the_middle_of_a_reveal_leaves_what_the_next_one_finishes(int write)
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (var before = await FilledAsync(folder))
            id = (string)(await before.CommitAsync())["id"]!;

        await DrawProcess.KillAtWriteAsync(folder, DrawProcess.Step.Reveal, id, write);

        await using var after = await DrawFixture.OpenAsync(folder);
        await after.Service<AdvanceDraws>().RunAsync(Cancellation);
        await AssertDrawnAsync(after, id, $"killed at write {write}");
    }

    [Fact]
    public async Task Processes_killed_one_after_the_other_while_they_draw_lose_nothing()
    {
        using var folder = new TemporaryFolder();
        await using (var before = await FilledAsync(folder))
            await before.DrawAsync();
        foreach (var moment in (int[])[0, 40, 150])
            await DrawProcess.KillAfterAsync(folder, draws: 2, TimeSpan.FromMilliseconds(moment));

        await using var after = await DrawFixture.OpenAsync(folder);
        // What was only requested is committed by the one run and revealed by the next.
        await after.Service<AdvanceDraws>().RunAsync(Cancellation);
        await after.Service<AdvanceDraws>().RunAsync(Cancellation);

        var heads = await after.Service<DrawStore>().AllAsync(Cancellation).ToListAsync(Cancellation);
        Assert.InRange(heads.Count, 7, 100);
        foreach (var head in heads)
            await AssertDrawnAsync(after, head.Id, "killed at any time");
        await AssertOneChainAsync(after);
        var report = await after.Service<LedgerVerification>().VerifyAsync(1, null, Cancellation);
        Assert.Null(report.Fault);
        Assert.Equal(2 * heads.Count, report.To);
    }

    private static async Task<DrawFixture> FilledAsync(TemporaryFolder folder)
    {
        var fixture = await DrawFixture.OpenAsync(folder);
        await fixture.FillAsync(enterprises: 40, inspectors: 6);
        return fixture;
    }

    [Fact]
    public async Task A_void_that_dies_at_any_write_leaves_task_and_history_as_the_head_says()
    {
        var fuse = new Fuse();
        await using var fixture = await DrawFixture.StartAsync(configure: fuse.Wire);
        var voiding = fixture.Service<Voiding>();
        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var id = await fixture.DrawAsync();
            await voiding.VoidAsync(id, "底册有误", DrawFixture.Person("first"), Cancellation);
            fuse.BlowAfter(writes);
            isWhole = await Fuse.FinishesAsync(() => voiding.VoidAsync(id, "底册有误", DrawFixture.Person("second"), Cancellation));
            fuse.Mend();
            await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

            var head = await fixture.HeadOf(id);
            var isVoided = head.State == DrawState.Voided;
            Assert.Equal(writes > 0, isVoided);
            Assert.Equal(isVoided ? "" : id, (await TaskOf(fixture, head.TaskId)).DrawId);
            Assert.Equal(isVoided ? 0 : head.Selected, await VisitsOf(fixture, id));
            Assert.Equal(isVoided, await fixture.Service<ILedger>().FindAsync($"draw-{id}:void", Cancellation) is not null);
        }
    }

    private static async Task AssertCommittedAsync(DrawFixture fixture, string taskId, string when)
    {
        var task = await TaskOf(fixture, taskId);
        var heads = await fixture.Service<DrawStore>().AllAsync(Cancellation).Where(head => head.TaskId == taskId).ToListAsync(Cancellation);
        var head = Assert.Single(heads);
        Assert.True(head is { State: DrawState.Committed, IsUnannounced: false, Attempt: 1 }, $"{when}: {head}");
        Assert.Equal((head.Id, 1), (task.DrawId, task.Attempt));
        var notice = await fixture.Service<DrawFiles>().NoticeAsync(head, Cancellation);
        var materials = await fixture.Service<DrawFiles>().MaterialsAsync(head, Cancellation);
        Assert.Equal(notice.Hash, materials.Commit(notice.Terms).Hash);
        var entry = await fixture.Service<ILedger>().FindAsync($"draw-{head.Id}:notice", Cancellation);
        Assert.Equal(notice.Hash, entry!.DocumentHash);
        Assert.Equal(head.NoticeHash, (await fixture.Service<PublicDrawStore>().FindAsync(head.Id, Cancellation))!.NoticeHash);
        var folders = await fixture.Service<IBlobStore>().ListAsync($"draws/{head.Id}/", Cancellation)
            .Select(blob => blob.Name.Split('/')[2]).Distinct().ToListAsync(Cancellation);
        Assert.Equal([head.Preparation], folders);
    }

    private static async Task AssertOneChainAsync(DrawFixture fixture)
    {
        var heads = await fixture.Service<DrawStore>().AllAsync(Cancellation).ToListAsync(Cancellation);
        var next = heads.ToDictionary(head => head.Previous, head => head.NoticeHash);
        var length = 0;
        for (var hash = ""; next.TryGetValue(hash, out var following); hash = following)
            length++;
        Assert.Equal(heads.Count, length);
    }

    private static async Task AssertDrawnAsync(DrawFixture fixture, string id, string when)
    {
        var head = await fixture.HeadOf(id);
        Assert.True(head is { State: DrawState.Drawn, IsUnannounced: false, IsInHistory: true }, $"{when}: {head}");
        var files = fixture.Service<DrawFiles>();
        var draw = Draw.Run(await files.NoticeAsync(head, Cancellation), await files.MaterialsAsync(head, Cancellation), new NoEntropy());
        Assert.Equal(draw.RecordFile.ToArray(), await files.ResultAsync(id, DrawRecord.FileName, Cancellation));
        var entry = await fixture.Service<ILedger>().FindAsync($"draw-{id}:record", Cancellation);
        Assert.Equal(Digest.Of(draw.RecordFile.Span), entry!.DocumentHash);
        Assert.Equal(head.Selected, await VisitsOf(fixture, id));
        var rows = await fixture.Service<SelectionStore>().AllAsync(id, Cancellation).CountAsync(item => !item.IsReserve, Cancellation);
        Assert.Equal(draw.Record.Selected.Count, rows);
        Assert.Equal(PublicDrawState.Drawn, (await fixture.Service<PublicDrawStore>().FindAsync(id, Cancellation))!.State);
    }

    private static async Task<int> VisitsOf(DrawFixture fixture, string id) =>
        await fixture.Service<VisitHistory>().OfYearAsync(2026, Cancellation).CountAsync(visit => visit.DrawId == id, Cancellation);

    private static async Task<InspectionTask> TaskOf(DrawFixture fixture, string id) =>
        (await fixture.Service<TaskStore>().FindAsync(id, Cancellation))!;
}

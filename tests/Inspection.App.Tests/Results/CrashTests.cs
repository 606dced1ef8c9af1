using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;

namespace Inspection.App.Tests.Results;

/// <summary>Processes that die between any two writes: nothing is half done, and nothing that should be public is forgotten.</summary>
public sealed class CrashTests
{
    private static readonly Actor Zhao = new("zhao", [Role.Reviewer], "");
    private static readonly Actor Qian = new("qian", [Role.Reviewer], "");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submission_that_dies_at_any_write_is_whole_and_waits_or_is_a_draft()
    {
        var fuse = new Fuse();
        await using var fixture = await StartAsync(fuse);
        var recording = fixture.Service<Recording>();
        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var (id, member) = await DraftAsync(fixture, writes);
            fuse.BlowAfter(writes);
            isWhole = await Fuse.FinishesAsync(() => recording.SubmitAsync(id, null, member, Cancellation));
            fuse.Mend();

            var result = (await fixture.ResultOf(id.Uscc))!;
            Assert.Equal(result.Submission, (await fixture.Service<ResultStore>().SubmissionsAsync(id.DrawId, id.Uscc, Cancellation)).Count);
            Assert.Equal(result.State == ResultState.Submitted, await WaitsForReviewAsync(fixture, id));
            Assert.Null((await recording.SubmitAsync(id, null, member, Cancellation)).Refusal);
            Assert.True(await WaitsForReviewAsync(fixture, id), $"dead after {writes} writes");
        }
    }

    [Fact]
    public async Task An_approval_that_dies_at_any_write_becomes_public_or_can_be_given_again()
    {
        var fuse = new Fuse();
        await using var fixture = await StartAsync(fuse);
        var (recording, reviewing) = (fixture.Service<Recording>(), fixture.Service<Reviewing>());
        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var (id, member) = await DraftAsync(fixture, writes);
            await recording.SubmitAsync(id, null, member, Cancellation);
            fuse.BlowAfter(writes);
            isWhole = await Fuse.FinishesAsync(() => reviewing.ReviewAsync(id, new ReviewRequest(true), null, Zhao, Cancellation)) && !fuse.IsBlown;
            fuse.Mend();

            var state = (await fixture.ResultOf(id.Uscc))!.State;
            Assert.Equal(state == ResultState.Submitted, await WaitsForReviewAsync(fixture, id));
            Assert.Equal(state == ResultState.Approved, state != ResultState.Published && await IsDueAsync(fixture, id));
            Assert.Null((await reviewing.ReviewAsync(id, new ReviewRequest(true), null, Zhao, Cancellation)).Refusal);
            await fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation);

            Assert.Equal(ResultState.Published, (await fixture.ResultOf(id.Uscc))!.State);
            Assert.Single(await fixture.Service<ResultStore>().ApprovedAsync(id.DrawId, id.Uscc, Cancellation));
            Assert.False(await IsDueAsync(fixture, id), $"dead after {writes} writes");
            Assert.Contains((await fixture.Service<WaitingResults>().FollowUpsAsync(Zhao, 100, null, Cancellation)).Items, item => item.Uscc == id.Uscc);
        }
    }

    [Fact]
    public async Task A_follow_up_that_dies_at_any_write_becomes_public_or_can_be_given_again()
    {
        var fuse = new Fuse();
        await using var fixture = await StartAsync(fuse);
        var followingUp = fixture.Service<FollowingUp>();
        var request = new FollowUpRequest(DrawFixture.ItemCode, new DateOnly(2026, 11, 11), ResultCode.Corrected, Disposal.Rectify);
        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var id = await PublishedAsync(fixture, writes);
            fuse.BlowAfter(writes);
            isWhole = await Fuse.FinishesAsync(() => followingUp.FollowUpAsync(id, request, null, Zhao, Cancellation)) && !fuse.IsBlown;
            fuse.Mend();

            var isThere = (await fixture.ResultOf(id.Uscc))!.FollowUps.Count == 1;
            Assert.Equal(isThere && !isWhole, await IsDueAsync(fixture, id));
            if (!isThere)
                Assert.Null((await followingUp.FollowUpAsync(id, request, null, Zhao, Cancellation)).Refusal);
            await fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation);
            Assert.Single((await fixture.ResultOf(id.Uscc))!.FollowUps);
            Assert.False(await IsDueAsync(fixture, id), $"dead after {writes} writes");
            Assert.DoesNotContain((await fixture.Service<WaitingResults>().FollowUpsAsync(Zhao, 100, null, Cancellation)).Items, item => item.Uscc == id.Uscc);
        }
    }

    [Fact]
    public async Task An_objection_or_its_answer_that_dies_at_any_write_is_shown_as_it_stands()
    {
        var fuse = new Fuse();
        await using var fixture = await StartAsync(fuse, ("Results:OpenObjections", "1000"));
        var id = await PublishedAsync(fixture, 0);
        var request = new ObjectionRequest(id.ToString(), "某人", "结果有误", Phone: "13800000000");
        await EachWriteAsync(fixture, fuse, id, () => fixture.Service<Objecting>().ObjectAsync(request, Cancellation));

        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var receipt = (await fixture.Service<Objecting>().ObjectAsync(request, Cancellation)).Value.Receipt;
            var answering = fixture.Service<Answering>();
            await answering.AnswerAsync(receipt, new AnswerRequest(true, "成立"), null, Zhao, Cancellation);
            isWhole = await OnceAsync(fixture, fuse, id, writes, () => answering.ReviewAsync(receipt, new ReviewRequest(true), null, Qian, Cancellation));
            Assert.Null((await answering.ReviewAsync(receipt, new ReviewRequest(true), null, Qian, Cancellation)).Refusal);
            Assert.Equal(ObjectionState.Upheld, (await fixture.Service<PublicObjectionStore>().FindAsync(receipt, Cancellation))!.State);
        }
    }

    private static async Task EachWriteAsync(ResultFixture fixture, Fuse fuse, ResultId id, Func<Task> step)
    {
        var writes = 0;
        while (!await OnceAsync(fixture, fuse, id, writes, step))
            writes++;
        Assert.True(writes > 3);
    }

    /// <summary>Whether the step came to its end; whether or not, the public sees what there is once the publisher has looked.</summary>
    private static async Task<bool> OnceAsync(ResultFixture fixture, Fuse fuse, ResultId id, int writes, Func<Task> step)
    {
        fuse.BlowAfter(writes);
        var isWhole = await Fuse.FinishesAsync(step) && !fuse.IsBlown;
        fuse.Mend();
        var objections = await fixture.Service<ObjectionStore>().OfResultAsync(id, Cancellation);
        foreach (var objection in objections)
        {
            var shown = await fixture.Service<PublicObjectionStore>().FindAsync(objection.Receipt, Cancellation);
            Assert.True(shown?.State == objection.State || await IsDueAsync(fixture, id), $"{objection.Receipt} is forgotten after {writes} writes");
        }

        await fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation);
        var all = await fixture.Service<PublicObjectionStore>().OfResultAsync(id, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(objections.Select(PublicObjection.Of).OrderBy(one => one.Receipt), all.OrderBy(one => one.Receipt));
        Assert.False(await IsDueAsync(fixture, id));
        return isWhole;
    }

    private static Task<ResultFixture> StartAsync(Fuse fuse, params (string, string)[] settings)
    {
        var half = new TaskSampling
        {
            Mode = SamplingMode.Rates,
            Rates = new Dictionary<string, int> { ["A"] = 5000, ["B"] = 5000, ["C"] = 5000 },
        };
        return ResultFixture.StartAsync(ResultFixture.Terms() with { Sampling = half }, configure: fuse.Wire, enterprises: 100, settings: settings);
    }

    /// <summary>A draft with a pending problem, of a visit that no step before used.</summary>
    private static async Task<(ResultId Id, Actor Member)> DraftAsync(ResultFixture fixture, int number)
    {
        var visits = await fixture.Service<SelectionStore>().AllAsync(fixture.DrawId, Cancellation).Where(item => !item.IsReserve).ToListAsync(Cancellation);
        var visit = visits[number];
        var inspector = visit.Teams[0].Inspectors[0];
        var member = new Actor(inspector, [Role.Inspector], "") { InspectorId = inspector };
        var id = new ResultId(fixture.DrawId, visit.Uscc);
        var terms = ResultFixture.Result("Pending", "Rectify").ToObject<ResultTerms>()!;
        Assert.Null((await fixture.Service<Recording>().SaveAsync(id, terms, null, member, Cancellation)).Refusal);
        return (id, member);
    }

    private static async Task<ResultId> PublishedAsync(ResultFixture fixture, int number)
    {
        var (id, member) = await DraftAsync(fixture, number);
        await fixture.Service<Recording>().SubmitAsync(id, null, member, Cancellation);
        await fixture.Service<Reviewing>().ReviewAsync(id, new ReviewRequest(true), null, Qian, Cancellation);
        Assert.Equal(ResultState.Published, (await fixture.ResultOf(id.Uscc))!.State);
        return id;
    }

    private static async Task<bool> WaitsForReviewAsync(ResultFixture fixture, ResultId id)
    {
        var ofDepartment = await fixture.Service<WaitingResults>().ReviewsAsync(Zhao with { Department = DrawFixture.Market }, 100, null, Cancellation);
        var ofAll = await fixture.Service<WaitingResults>().ReviewsAsync(Zhao, 100, null, Cancellation);
        Assert.Equal(ofAll.Items.Select(item => item.Uscc), ofDepartment.Items.Select(item => item.Uscc));
        return ofAll.Items.Any(item => item.Uscc == id.Uscc);
    }

    private static async Task<bool> IsDueAsync(ResultFixture fixture, ResultId id) =>
        (await fixture.Service<ResultsToPublish>().DueAsync(id.DrawId, id.Uscc, Cancellation)).Count > 0;
}

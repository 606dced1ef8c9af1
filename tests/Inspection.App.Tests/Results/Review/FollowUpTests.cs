using System.Net;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Results;

public sealed class FollowUpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pending_problem_is_followed_up_until_it_is_closed()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify"));
        var waiting = Assert.Single((await fixture.Reviewer.GetJson("/api/v1/follow-ups")).Expect(HttpStatusCode.OK).Json["items"]!);
        Assert.Equal((uscc, DrawFixture.ItemCode), ((string)waiting["uscc"]!, (string)Assert.Single(waiting["openProblems"]!)!));

        var open = (await FollowUpAsync(fixture.Reviewer, fixture, uscc, "Pending", "Rectify", "2026-11-11")).Expect(HttpStatusCode.OK);
        Assert.Single(open.Json["openProblems"]!);
        Assert.Single((await fixture.Reviewer.GetJson("/api/v1/follow-ups")).Json["items"]!);
        var closed = (await FollowUpAsync(fixture.Reviewer, fixture, uscc, "Corrected", "Rectify", "2026-11-12")).Expect(HttpStatusCode.OK);

        Assert.Empty(closed.Json["openProblems"]!);
        Assert.Equal(["Pending", "Corrected"], closed.Json["followUps"]!.Select(one => (string?)one["code"]));
        Assert.Equal(("Pending", "Published"), ((string?)closed.Json["items"]![0]!["code"], (string?)closed.Json["state"]));
        Assert.Empty((await fixture.Reviewer.GetJson("/api/v1/follow-ups")).Json["items"]!);
        Assert.Empty(await fixture.Service<ResultsToPublish>().DueAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal(closed.ETag, (await FollowUpAsync(fixture.Reviewer, fixture, uscc, "Corrected", "Rectify", "2026-11-12")).Expect(HttpStatusCode.OK).ETag);
        (await FollowUpAsync(fixture.OtherReviewer, fixture, uscc, "Corrected", "Rectify", "2026-11-12")).ExpectRefusal(HttpStatusCode.Conflict, "not-pending");
    }

    [Fact]
    public async Task Whoever_recorded_the_result_does_not_follow_it_up()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify"));
        var recorder = (await fixture.TeamOf(uscc))[0];
        await fixture.Service<UserStore>().UpdateAsync(recorder, null, user => user with { Roles = [Role.Inspector, Role.Reviewer] }, Cancellation);
        using var client = await fixture.Inspector(recorder);

        (await FollowUpAsync(client, fixture, uscc, "Corrected", "Rectify", "2026-11-12")).ExpectRefusal(HttpStatusCode.Forbidden, "own-follow-up");
    }

    [Theory]
    [InlineData("NoProblem", "None", "2026-11-11", "code")]
    [InlineData("Corrected", "None", "2026-11-11", "disposal")]
    [InlineData("Corrected", "Lenient", "2026-11-11", "disposal")]
    [InlineData("Pending", "None", "2026-11-11", "disposal")]
    [InlineData("Corrected", "Rectify", "2026-11-09", "on")]
    [InlineData("Corrected", "Rectify", "2026-11-13", "on")]
    public async Task A_follow_up_that_does_not_fit_is_refused(string code, string disposal, string on, string rule)
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify"));

        (await FollowUpAsync(fixture.Reviewer, fixture, uscc, code, disposal, on)).ExpectRefusal(HttpStatusCode.BadRequest, rule);
    }

    [Fact]
    public async Task A_correction_that_leaves_nothing_pending_leaves_nothing_to_follow_up()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify"));
        await fixture.Reviewer.PostJson(fixture.Address(uscc, "correct"), new { reason = "当场已改正" });
        (await FollowUpAsync(fixture.OtherReviewer, fixture, uscc, "Corrected", "Rectify", "2026-11-12")).ExpectRefusal(HttpStatusCode.Conflict, "not-published");
        Assert.Empty((await fixture.Reviewer.GetJson("/api/v1/follow-ups")).Json["items"]!);
        await fixture.Reviewer.PutJson(fixture.Address(uscc), ResultFixture.Result("Corrected", "Rectify"));
        await fixture.Reviewer.PostJson(fixture.Address(uscc, "submit"));

        (await fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).Expect(HttpStatusCode.OK);

        Assert.Empty((await fixture.OtherReviewer.GetJson("/api/v1/follow-ups")).Json["items"]!);
    }

    private static Task<Answer> FollowUpAsync(HttpClient who, ResultFixture fixture, string uscc, string code, string disposal, string on) =>
        who.PostJson(fixture.Address(uscc, "follow-up"), new { itemCode = DrawFixture.ItemCode, on, code, disposal, note = "机密复查" });
}

using System.Net;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Results;

public sealed class ReviewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_recorded_a_result_never_reviews_it()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var first = await fixture.MemberOf(uscc, 0);
        using var second = await fixture.MemberOf(uscc, 1);
        await first.PutJson(fixture.Address(uscc), ResultFixture.Result());
        await second.PutJson(fixture.Address(uscc), ResultFixture.Result());
        await first.PostJson(fixture.Address(uscc, "submit"));

        foreach (var name in await fixture.TeamOf(uscc))
        {
            await fixture.Service<UserStore>().UpdateAsync(name, null, user => user with { Roles = [Role.Inspector, Role.Reviewer] }, Cancellation);
            using var recorder = await fixture.Inspector(name);
            (await recorder.PostJson(fixture.Address(uscc, "review"), new { approve = true })).ExpectRefusal(HttpStatusCode.Forbidden, "own-review");
            Assert.True((bool)Assert.Single((await recorder.GetJson("/api/v1/reviews")).Json["items"]!)["isOwn"]!);
        }

        Assert.Equal(ResultState.Submitted, (await fixture.ResultOf(uscc))!.State);
    }

    [Fact]
    public async Task A_returned_result_goes_back_to_the_team_and_everything_that_was_said_is_kept()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.SubmittedAsync();
        using var member = await fixture.MemberOf(uscc, 1);
        (await fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = false })).ExpectRefusal(HttpStatusCode.BadRequest, "opinion");

        var returned = (await fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = false, opinion = "缺照片" })).Expect(HttpStatusCode.OK);

        Assert.Equal(("Returned", "缺照片"), ((string?)returned.Json["state"], (string?)returned.Json["opinion"]));
        Assert.Empty((await fixture.Reviewer.GetJson("/api/v1/reviews")).Json["items"]!);
        (await fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).ExpectRefusal(HttpStatusCode.Conflict, "not-submitted");
        (await member.PutJson(fixture.Address(uscc), ResultFixture.Result("Corrected", "Rectify"))).Expect(HttpStatusCode.OK);
        (await member.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        var published = (await fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true, opinion = "同意" })).Expect(HttpStatusCode.OK);

        Assert.Equal(("Published", 1), ((string?)published.Json["state"], (int)published.Json["publishedRevision"]!));
        var submissions = published.Json["submissions"]!;
        Assert.Equal(["NoProblem", "Corrected"], submissions.Select(one => (string?)one["terms"]!["items"]![0]!["code"]));
        Assert.Equal([("zhao", false), ("qian", true)], submissions.Select(one => ((string)one["review"]!["by"]!, (bool)one["review"]!["approve"]!)));
    }

    [Fact]
    public async Task Simultaneous_reviews_are_one()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.SubmittedAsync();

        var answers = await Task.WhenAll(
            fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true }),
            fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = false, opinion = "不同意" }),
            fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true }),
            fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = false, opinion = "不同意" }));

        var review = Assert.Single(await fixture.Service<ResultStore>().ReviewsAsync(fixture.DrawId, uscc, Cancellation));
        var won = review.Approve ? 0 : 1;
        Assert.All(answers.Where((_, n) => n % 2 == won), answer => answer.Expect(HttpStatusCode.OK));
        Assert.All(answers.Where((_, n) => n % 2 != won), answer => answer.ExpectRefusal(HttpStatusCode.Conflict, "not-submitted"));
        Assert.Equal(review.Approve ? ResultState.Published : ResultState.Returned, (await fixture.ResultOf(uscc))!.State);
        // A review that lost may have promised what never came; the next look at it finds nothing to do.
        await fixture.Service<IResultPublisher>().PublishAsync(fixture.DrawId, uscc, Cancellation);
        Assert.Empty(await fixture.Service<ResultsToPublish>().DueAsync(fixture.DrawId, uscc, Cancellation));
    }

    [Fact]
    public async Task A_reviewer_approves_what_was_read_and_nothing_else()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.SubmittedAsync();
        var read = await fixture.Reviewer.GetJson(fixture.Address(uscc));
        await fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = false, opinion = "再写" });
        using var member = await fixture.MemberOf(uscc);
        await member.PostJson(fixture.Address(uscc, "submit"));

        var stale = await fixture.Reviewer.SendJson(HttpMethod.Post, fixture.Address(uscc, "review"), new { approve = true }, read.ETag);

        stale.ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    [Fact]
    public async Task Reviewers_see_what_waits_for_their_department_the_oldest_first()
    {
        await using var fixture = await ResultFixture.StartAsync();
        using var fire = await fixture.Draws.App.ClientAs(Role.Reviewer, "fire", DrawFixture.Fire);
        var older = await fixture.SubmittedAsync(visit: 1);
        fixture.Draws.App.Time.Advance(TimeSpan.FromHours(1));
        var newer = await fixture.SubmittedAsync(visit: 0);

        foreach (var reviewer in new[] { fixture.Reviewer, fixture.OtherReviewer })
        {
            var waiting = (await reviewer.GetJson("/api/v1/reviews")).Expect(HttpStatusCode.OK).Json["items"]!;
            Assert.Equal([older, newer], waiting.Select(item => (string)item["uscc"]!));
            Assert.All(waiting, item => Assert.Equal(("第四季度抽查", "2026-11-10", "2026-12-08", false), (
                (string?)item["title"], (string?)item["inspectedOn"], (string?)item["publishBy"], (bool)item["isOwn"]!)));
            var page = (await reviewer.GetJson("/api/v1/reviews?limit=1")).Json;
            Assert.Equal(newer, (string?)Assert.Single((await reviewer.GetJson($"/api/v1/reviews?limit=1&cursor={page["next"]}")).Json["items"]!)["uscc"]);
        }

        Assert.Empty((await fire.GetJson("/api/v1/reviews")).Json["items"]!);
        (await fire.PostJson(fixture.Address(older, "review"), new { approve = true })).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }
}

using System.Net;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Results;

public sealed class RecordingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_team_writes_one_draft_and_nobody_overwrites_what_was_not_read()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var first = await fixture.MemberOf(uscc, 0);
        using var second = await fixture.MemberOf(uscc, 1);
        (await first.GetJson(fixture.Address(uscc))).ExpectRefusal(HttpStatusCode.NotFound, "not-found");

        var made = (await first.PutJson(fixture.Address(uscc), ResultFixture.Result())).Expect(HttpStatusCode.Created);
        Assert.Equal(fixture.Address(uscc), made.Location);
        var changed = (await second.PutJson(fixture.Address(uscc), ResultFixture.Result("Corrected", "Rectify"), made.ETag)).Expect(HttpStatusCode.OK);
        (await first.PutJson(fixture.Address(uscc), ResultFixture.Result(), made.ETag)).ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");

        var read = (await first.GetJson(fixture.Address(uscc))).Expect(HttpStatusCode.OK);
        Assert.Equal(changed.ETag, read.ETag);
        Assert.Equal(("Draft", 1, "Corrected"), ((string?)read.Json["state"], (int)read.Json["revision"]!, (string?)read.Json["items"]![0]!["code"]));
        Assert.Equal(await fixture.TeamOf(uscc), read.Json["recorders"]!.Select(name => (string)name!));
        // 20 working days after 10 November 2026.
        Assert.Equal("2026-12-08", (string?)read.Json["publishBy"]);
        Assert.Equal("Draft", (string?)(await first.GetJson($"/api/v1/visits/{fixture.DrawId}/{uscc}")).Json["state"]);
        Assert.Contains((await first.GetJson("/api/v1/visits?state=Draft")).Json["items"]!, visit => (string?)visit["uscc"] == uscc);
        Assert.DoesNotContain((await first.GetJson("/api/v1/visits?isRecorded=false")).Json["items"]!, visit => (string?)visit["uscc"] == uscc);
    }

    [Fact]
    public async Task Nobody_writes_who_does_not_make_the_visit()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var stranger = await fixture.StrangerTo(uscc);

        (await stranger.PutJson(fixture.Address(uscc), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await fixture.Reviewer.PutJson(fixture.Address(uscc), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.Forbidden, "not-on-team");
        (await fixture.Draws.Scheduler.PutJson(fixture.Address(uscc), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.Forbidden, "role-needed");
        Assert.Null(await fixture.ResultOf(uscc));
    }

    [Fact]
    public async Task A_result_is_seen_by_its_team_and_by_those_who_oversee_the_draw()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.SubmittedAsync();
        using var stranger = await fixture.StrangerTo(uscc);
        using var fire = await fixture.Draws.App.ClientAs(Role.Reviewer, "fire", DrawFixture.Fire);

        foreach (var who in new[] { fixture.Reviewer, fixture.OtherReviewer, fixture.Draws.Auditor, fixture.Draws.Head, fixture.Draws.Scheduler })
        {
            (await who.GetJson(fixture.Address(uscc))).Expect(HttpStatusCode.OK);
            Assert.Equal(uscc, (string?)Assert.Single((await who.GetJson($"/api/v1/draws/{fixture.DrawId}/results")).Json["items"]!)["uscc"]);
        }

        (await fire.GetJson($"/api/v1/draws/{fixture.DrawId}/results")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await stranger.GetJson(fixture.Address(uscc))).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await fire.GetJson(fixture.Address(uscc))).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_result_is_submitted_once_it_says_everything_and_then_rests()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var first = await fixture.MemberOf(uscc, 0);
        using var second = await fixture.MemberOf(uscc, 1);
        var part = ResultFixture.Result();
        part["items"]!.Last!.Remove();
        await first.PutJson(fixture.Address(uscc), part);
        (await first.PostJson(fixture.Address(uscc, "submit"))).ExpectRefusal(HttpStatusCode.BadRequest, "items-missing");
        await first.PutJson(fixture.Address(uscc), ResultFixture.Result());

        var submitted = (await first.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);

        Assert.Equal("Submitted", (string?)submitted.Json["state"]);
        Assert.Equal(submitted.ETag, (await first.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK).ETag);
        (await second.PostJson(fixture.Address(uscc, "submit"))).ExpectRefusal(HttpStatusCode.Conflict, "submitted");
        (await first.PutJson(fixture.Address(uscc), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.Conflict, "submitted");
        var kept = Assert.Single((await first.GetJson(fixture.Address(uscc))).Json["submissions"]!);
        Assert.Equal(("机密原因", "机密备注"), ((string?)kept["terms"]!["items"]![1]!["finding"], (string?)kept["terms"]!["notes"]));
    }

    [Fact]
    public async Task Simultaneous_submissions_of_a_team_are_one()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var first = await fixture.MemberOf(uscc, 0);
        using var second = await fixture.MemberOf(uscc, 1);
        await first.PutJson(fixture.Address(uscc), ResultFixture.Result());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? first : second).PostJson(fixture.Address(uscc, "submit"))));

        var submission = Assert.Single(await fixture.Service<ResultStore>().SubmissionsAsync(fixture.DrawId, uscc, Cancellation));
        var (won, lost) = submission.By == (await fixture.TeamOf(uscc))[0] ? (0, 1) : (1, 0);
        Assert.All(answers.Where((_, n) => n % 2 == won), answer => answer.Expect(HttpStatusCode.OK));
        Assert.All(answers.Where((_, n) => n % 2 == lost), answer => answer.ExpectRefusal(HttpStatusCode.Conflict, "submitted"));
        Assert.Single((await fixture.Reviewer.GetJson("/api/v1/reviews")).Json["items"]!);
    }

    [Fact]
    public async Task What_is_not_visited_any_more_is_not_recorded()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.SubmittedAsync();
        using var member = await fixture.MemberOf(uscc);
        await fixture.Draws.Scheduler.PostJson($"/api/v1/draws/{fixture.DrawId}/selections/{uscc}/replace", new { reason = "Moved" });

        (await member.PutJson(fixture.Address(uscc), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.Conflict, "replaced");
        (await fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).ExpectRefusal(HttpStatusCode.Conflict, "replaced");
        Assert.Empty((await fixture.Reviewer.GetJson("/api/v1/reviews")).Json["items"]!);
        (await fixture.Draws.Auditor.GetJson(fixture.Address(uscc))).Expect(HttpStatusCode.OK);
        (await member.PutJson(fixture.Address("91379901MAF68DP16J"), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_closed_draw_still_takes_the_results_of_its_days()
    {
        await using var fixture = await ResultFixture.StartAsync();
        await fixture.Draws.CloseAsync(fixture.DrawId);

        await fixture.SubmittedAsync();
    }

    [Theory]
    [InlineData("""{"method":"OnSite","inspectedOn":"2026-11-10"}""", "invalid-request")]
    [InlineData("""{"method":"Sideways","inspectedOn":"2026-11-10","items":[]}""", "invalid-request")]
    [InlineData("""{"method":"OnSite","inspectedOn":"10 November","items":[]}""", "invalid-request")]
    [InlineData("""{"method":"OnSite","inspectedOn":"2026-11-10","items":[{"checked":true}]}""", "invalid-request")]
    [InlineData("""{"method":"OnSite","inspectedOn":"2026-11-10","items":[null]}""", "items")]
    public async Task A_result_that_cannot_be_read_is_refused(string body, string rule)
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var member = await fixture.MemberOf(uscc);

        (await member.PutJson(fixture.Address(uscc), body)).ExpectRefusal(HttpStatusCode.BadRequest, rule);
    }
}

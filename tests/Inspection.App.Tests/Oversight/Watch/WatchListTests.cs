using System.Net;
using Inspection.App.Oversight;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Oversight.Watch;

public sealed class WatchListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rule_warns_guidance_is_recorded_the_rule_proposes_and_a_person_enters()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var (uscc, today) = (await NameAsync(fixture), Today(fixture));
        using var reviewer = await fixture.App.ClientAs(Role.Reviewer);
        await RunAsync(fixture, Problem("a", uscc, today.AddDays(-200)), Problem("b", uscc, today.AddDays(-10)));
        Assert.Equal("Warned", await StateAsync(fixture, uscc));
        (await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/enter", new { reason = "多次发现问题" })).ExpectRefusal(HttpStatusCode.Conflict, "watch-state");

        (await reviewer.PostJson("/api/v1/oversight/guidance", new { uscc, on = today.AddDays(-100).ToString("O"), text = "已约谈，要求限期整改" })).Expect(HttpStatusCode.OK);
        await RunAsync(fixture, Problem("a", uscc, today.AddDays(-200)), Problem("b", uscc, today.AddDays(-10)));
        var proposed = (await fixture.Head.GetJson($"/api/v1/oversight/watch/{uscc}")).Expect(HttpStatusCode.OK);
        var listed = (await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/enter", new { reason = "行政指导后仍未改正" })).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("Proposed", (string?)proposed.Json["state"]);
        Assert.StartsWith("企业", (string?)proposed.Json["name"], StringComparison.Ordinal);
        Assert.Equal("Listed", (string?)listed["state"]);
        Assert.Equal(today.AddYears(1).ToString("O"), (string?)listed["reviewBy"]);
        Assert.Equal(["Warned", "Proposed", "Listed"], listed["steps"]!.Select(step => (string?)step["state"]));
    }

    [Fact]
    public async Task What_a_person_declined_is_proposed_again_only_by_a_problem_that_the_person_did_not_see()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var uscc = await ProposedAsync(fixture);
        var today = Today(fixture);
        (await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/decline", new { reason = "已搬迁整改" })).Expect(HttpStatusCode.OK);

        await RunAsync(fixture, Problem("a", uscc, today.AddDays(-200)), Problem("b", uscc, today.AddDays(-10)));
        Assert.Equal("Declined", await StateAsync(fixture, uscc));

        await RunAsync(fixture, Problem("a", uscc, today.AddDays(-200)), Problem("b", uscc, today.AddDays(-10)), Problem("c", uscc, today.AddDays(-1)));
        Assert.Equal("Proposed", await StateAsync(fixture, uscc));
    }

    [Fact]
    public async Task Who_is_listed_is_kept_for_another_year_or_removed_each_with_a_reason()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var uscc = await ProposedAsync(fixture);
        await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/enter", new { reason = "行政指导后仍未改正" });
        fixture.App.Time.Advance(TimeSpan.FromDays(60));

        (await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/keep", new { reason = " " })).ExpectRefusal(HttpStatusCode.BadRequest, "reason");
        var kept = (await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/keep", new { reason = "仍有未改正问题" })).Expect(HttpStatusCode.OK).Json;
        var removed = (await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/remove", new { reason = "已全部改正" })).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(Today(fixture).AddYears(1).ToString("O"), (string?)kept["reviewBy"]);
        Assert.Equal(("Removed", null), ((string?)removed["state"], (string?)removed["reviewBy"]));
        (await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/keep", new { reason = "再留一年" })).ExpectRefusal(HttpStatusCode.Conflict, "watch-state");
    }

    [Fact]
    public async Task A_warning_goes_with_the_problems_that_it_was_for_and_a_proposal_waits_for_a_person()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var proposed = await ProposedAsync(fixture);
        var other = await NameAsync(fixture, skip: 1);
        await RunAsync(fixture, Problem("a", other, Today(fixture).AddDays(-5)), Problem("b", other, Today(fixture).AddDays(-3)));
        Assert.Equal("Warned", await StateAsync(fixture, other));

        await RunAsync(fixture);

        Assert.Null(await fixture.Service<WatchListStore>().FindAsync(other, Cancellation));
        Assert.Equal("Proposed", await StateAsync(fixture, proposed));
        var listed = (await fixture.Head.GetJson("/api/v1/oversight/watch?state=Proposed")).Expect(HttpStatusCode.OK).Json["items"]!;
        Assert.Equal(proposed, (string?)Assert.Single(listed)["uscc"]);
    }

    [Fact]
    public async Task Two_who_decide_at_once_do_not_both()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var uscc = await ProposedAsync(fixture);
        var read = (await fixture.Head.GetJson($"/api/v1/oversight/watch/{uscc}")).Expect(HttpStatusCode.OK).ETag;
        await fixture.Head.PostJson($"/api/v1/oversight/watch/{uscc}/decline", new { reason = "已整改" });

        var late = await fixture.Head.SendJson(HttpMethod.Post, $"/api/v1/oversight/watch/{uscc}/enter", new { reason = "未整改" }, read);

        late.ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    private static async Task<string> ProposedAsync(DrawFixture fixture)
    {
        var (uscc, today) = (await NameAsync(fixture), Today(fixture));
        var guided = await fixture.Service<WatchDesk>().GuideAsync(uscc, today.AddDays(-100), "已约谈", DrawFixture.Person("reviewer"), Cancellation);
        Assert.Null(guided.Refusal);
        await RunAsync(fixture, Problem("a", uscc, today.AddDays(-200)), Problem("b", uscc, today.AddDays(-10)));
        Assert.Equal("Proposed", await StateAsync(fixture, uscc));
        return uscc;
    }

    private static DrawFacts Problem(string draw, string uscc, DateOnly on) =>
        MadeUpDraw.Of(draw, MadeUpDraw.Visit(uscc, Finding.Problem) with { InspectedOn = on });

    private static Task<int> RunAsync(DrawFixture fixture, params DrawFacts[] draws) => fixture.Service<WatchProposer>().RunAsync(draws, Cancellation);

    private static async Task<string?> StateAsync(DrawFixture fixture, string uscc) =>
        (string?)(await fixture.Head.GetJson($"/api/v1/oversight/watch/{uscc}")).Expect(HttpStatusCode.OK).Json["state"];

    private static DateOnly Today(DrawFixture fixture) => fixture.Service<Inspection.App.Planning.LocalTime>().Today;

    private static async Task<string> NameAsync(DrawFixture fixture, int skip = 0) =>
        (await fixture.Service<Inspection.App.Directory.EnterpriseStore>().ListAsync(Cancellation).Skip(skip).FirstAsync(Cancellation)).Uscc.ToString();
}

using System.Net;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Results;

public sealed class ObjectionTests
{
    private const string Public = "/api/v1/public/objections";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_objection_is_answered_by_one_approved_by_another_and_public_only_then()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        var sent = (await fixture.Draws.App.Anonymous.PostJson(Public, Objection(fixture, uscc))).Expect(HttpStatusCode.Created);
        var receipt = (string)sent.Json["receipt"]!;
        Assert.Equal($"{Public}/{receipt}", sent.Location);
        Assert.Equal(("Received", ""), await StatusAsync(fixture, receipt));
        var waiting = Assert.Single((await fixture.Reviewer.GetJson("/api/v1/objections")).Expect(HttpStatusCode.OK).Json["items"]!);
        Assert.Equal((receipt, "机密理由", "机密联系人"), ((string)waiting["receipt"]!, (string?)waiting["text"], (string?)waiting["contact"]!["name"]));

        var answered = (await fixture.Reviewer.PostJson(Address(receipt), new { uphold = true, answer = "经复核，异议成立" })).Expect(HttpStatusCode.OK);
        Assert.Equal("UnderReview", (string?)answered.Json["state"]);
        Assert.Equal(("UnderReview", ""), await StatusAsync(fixture, receipt));
        (await fixture.Reviewer.PostJson($"{Address(receipt)}/review", new { approve = true })).ExpectRefusal(HttpStatusCode.Forbidden, "own-answer");
        (await fixture.OtherReviewer.PostJson(Address(receipt), new { uphold = false, answer = "不成立" })).ExpectRefusal(HttpStatusCode.Conflict, "under-review");
        (await fixture.OtherReviewer.PostJson($"{Address(receipt)}/review", new { approve = false })).ExpectRefusal(HttpStatusCode.BadRequest, "opinion");
        (await fixture.OtherReviewer.PostJson($"{Address(receipt)}/review", new { approve = false, opinion = "机密意见" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("Received", ""), await StatusAsync(fixture, receipt));
        (await fixture.Reviewer.PostJson(Address(receipt), new { uphold = true, answer = "经复核，异议成立，已更正" })).Expect(HttpStatusCode.OK);
        (await fixture.OtherReviewer.PostJson($"{Address(receipt)}/review", new { approve = true })).Expect(HttpStatusCode.OK);

        Assert.Equal(("Upheld", "经复核，异议成立，已更正"), await StatusAsync(fixture, receipt));
        Assert.Empty((await fixture.Reviewer.GetJson("/api/v1/objections")).Json["items"]!);
        (await fixture.Reviewer.PostJson(Address(receipt), new { uphold = false, answer = "改口" })).ExpectRefusal(HttpStatusCode.Conflict, "settled");
        Assert.Empty(await fixture.Service<ResultsToPublish>().DueAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Nothing_private_of_an_objection_is_in_a_public_answer()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        var sent = await fixture.Draws.App.Anonymous.PostJson(Public, Objection(fixture, uscc));
        var receipt = (string)sent.Json["receipt"]!;
        await fixture.Reviewer.PostJson(Address(receipt), new { uphold = false, answer = "机密草稿" });

        var shown = await fixture.Draws.App.Anonymous.GetJson($"{Public}/{receipt}");

        foreach (var answer in new[] { sent, shown })
        {
            Assert.Equal(["answer", "answeredAt", "receipt", "receivedAt", "resultId", "state"], ((JObject)answer.Json).Properties().Select(member => member.Name).Order());
            Assert.DoesNotContain("机密", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("13800000000", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_objection_names_a_public_result_a_contact_and_a_reason()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var submitted = await fixture.SubmittedAsync(visit: 1);
        var uscc = await fixture.PublishedAsync();
        using var anybody = fixture.Draws.App.Anonymous;

        (await anybody.PostJson(Public, Objection(fixture, submitted))).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await anybody.PostJson(Public, With(fixture, uscc, "resultId", "x"))).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await anybody.PostJson(Public, With(fixture, uscc, "name", " "))).ExpectRefusal(HttpStatusCode.BadRequest, "name");
        (await anybody.PostJson(Public, With(fixture, uscc, "name", "甲\n乙"))).ExpectRefusal(HttpStatusCode.BadRequest, "name");
        (await anybody.PostJson(Public, With(fixture, uscc, "phone", null))).ExpectRefusal(HttpStatusCode.BadRequest, "contact");
        (await anybody.PostJson(Public, With(fixture, uscc, "phone", "请回电"))).ExpectRefusal(HttpStatusCode.BadRequest, "contact");
        (await anybody.PostJson(Public, With(fixture, uscc, "email", "nobody"))).ExpectRefusal(HttpStatusCode.BadRequest, "contact");
        (await anybody.PostJson(Public, With(fixture, uscc, "text", new string('冤', 2001)))).ExpectRefusal(HttpStatusCode.BadRequest, "text");
        foreach (var receipt in new[] { "nothing", new string('0', 20), new string('x', 2000) })
            (await anybody.GetJson($"{Public}/{receipt}")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        Assert.Empty(await fixture.Service<ObjectionStore>().OfResultAsync(new ResultId(fixture.DrawId, uscc), Cancellation));
    }

    [Fact]
    public async Task What_fills_in_what_people_do_not_see_is_answered_and_forgotten()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();

        (await fixture.Draws.App.Anonymous.PostJson(Public, With(fixture, uscc, "website", "spam.example"))).Expect(HttpStatusCode.Created);

        Assert.Empty(await fixture.Service<ObjectionStore>().OfResultAsync(new ResultId(fixture.DrawId, uscc), Cancellation));
        Assert.Empty((await fixture.Reviewer.GetJson("/api/v1/objections")).Json["items"]!);
    }

    [Fact]
    public async Task So_many_objections_are_looked_into_at_once_and_so_many_come_from_one_address()
    {
        await using var fixture = await ResultFixture.StartAsync(settings: [("Results:OpenObjections", "2"), ("Limits:FormsPerHour", "4")]);
        var uscc = await fixture.PublishedAsync();
        using var anybody = fixture.Draws.App.Anonymous;
        var receipts = new List<string>();
        for (var i = 0; i < 2; i++)
            receipts.Add((string)(await anybody.PostJson(Public, Objection(fixture, uscc))).Expect(HttpStatusCode.Created).Json["receipt"]!);

        (await anybody.PostJson(Public, Objection(fixture, uscc))).ExpectRefusal(HttpStatusCode.Conflict, "objections");
        await fixture.Reviewer.PostJson(Address(receipts[0]), new { uphold = false, answer = "异议不成立" });
        await fixture.OtherReviewer.PostJson($"{Address(receipts[0])}/review", new { approve = true });
        (await anybody.PostJson(Public, Objection(fixture, uscc))).Expect(HttpStatusCode.Created);

        (await anybody.PostJson(Public, Objection(fixture, uscc))).ExpectRefusal(HttpStatusCode.TooManyRequests, "too-many-requests");
        (await anybody.GetJson($"{Public}/{receipts[1]}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_recorded_the_result_and_whoever_takes_no_part_decide_nothing()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        var receipt = (string)(await fixture.Draws.App.Anonymous.PostJson(Public, Objection(fixture, uscc))).Json["receipt"]!;
        var recorder = (await fixture.TeamOf(uscc))[0];
        await fixture.Service<UserStore>().UpdateAsync(recorder, null, user => user with { Roles = [Role.Inspector, Role.Reviewer] }, Cancellation);
        using var own = await fixture.Inspector(recorder);
        using var fire = await fixture.Draws.App.ClientAs(Role.Reviewer, "fire", DrawFixture.Fire);

        (await own.PostJson(Address(receipt), new { uphold = false, answer = "不成立" })).ExpectRefusal(HttpStatusCode.Forbidden, "own-result");
        (await fire.PostJson(Address(receipt), new { uphold = false, answer = "不成立" })).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await fire.GetJson(Address(receipt))).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        Assert.Empty((await fire.GetJson("/api/v1/objections")).Json["items"]!);
        (await fixture.Draws.Auditor.GetJson(Address(receipt))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Simultaneous_answers_and_approvals_are_one()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        using var third = await fixture.Draws.App.ClientAs(Role.Reviewer, "sun");
        var receipt = (string)(await fixture.Draws.App.Anonymous.PostJson(Public, Objection(fixture, uscc))).Json["receipt"]!;

        var answers = await Task.WhenAll(
            fixture.Reviewer.PostJson(Address(receipt), new { uphold = true, answer = "成立" }),
            fixture.OtherReviewer.PostJson(Address(receipt), new { uphold = false, answer = "不成立" }));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
        var second = answers[0].Status == HttpStatusCode.OK ? fixture.OtherReviewer : fixture.Reviewer;
        var reviews = await Task.WhenAll(
            second.PostJson($"{Address(receipt)}/review", new { approve = true }),
            third.PostJson($"{Address(receipt)}/review", new { approve = false, opinion = "再议" }));

        Assert.Single(reviews, answer => answer.Status == HttpStatusCode.OK);
        var now = (await fixture.Service<ObjectionStore>().FindAsync(receipt, Cancellation))!;
        Assert.Equal(3, now.Version);
        Assert.Equal(now.IsSettled ? now.Answer : "", (await StatusAsync(fixture, receipt)).Answer);
    }

    private static string Address(string receipt) => $"/api/v1/objections/{receipt}";

    private static JObject Objection(ResultFixture fixture, string uscc) => JObject.FromObject(new
    {
        resultId = $"{fixture.DrawId}-{uscc}", name = "机密联系人", phone = "13800000000", text = "机密理由",
    });

    private static JObject With(ResultFixture fixture, string uscc, string member, string? value)
    {
        var objection = Objection(fixture, uscc);
        objection[member] = value;
        return objection;
    }

    private static async Task<(string State, string Answer)> StatusAsync(ResultFixture fixture, string receipt)
    {
        var status = (await fixture.Draws.App.Anonymous.GetJson($"{Public}/{receipt}")).Expect(HttpStatusCode.OK).Json;
        return ((string)status["state"]!, (string)status["answer"]!);
    }
}

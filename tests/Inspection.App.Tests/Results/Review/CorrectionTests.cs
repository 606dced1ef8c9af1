using System.Net;
using Inspection.App.Results;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Results;

public sealed class CorrectionTests
{
    private static readonly object Reason = new { reason = "结果代码录入有误" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_result_is_corrected_by_a_revision_that_somebody_else_reviews_and_both_stay()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        using var member = await fixture.MemberOf(uscc);
        (await member.PutJson(fixture.Address(uscc), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.Conflict, "published");

        var begun = (await fixture.Reviewer.PostJson(fixture.Address(uscc, "correct"), Reason)).Expect(HttpStatusCode.OK);
        Assert.Equal(("Draft", 2, 1), ((string?)begun.Json["state"], (int)begun.Json["revision"]!, (int)begun.Json["publishedRevision"]!));
        (await member.PutJson(fixture.Address(uscc), ResultFixture.Result("Corrected", "Rectify"), begun.ETag)).Expect(HttpStatusCode.OK);
        (await member.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        (await fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).ExpectRefusal(HttpStatusCode.Forbidden, "own-review");
        var published = (await fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).Expect(HttpStatusCode.OK);

        Assert.Equal(("Published", 2), ((string?)published.Json["state"], (int)published.Json["publishedRevision"]!));
        var revisions = await fixture.Service<ResultStore>().ApprovedAsync(fixture.DrawId, uscc, Cancellation);
        Assert.Equal([(1, "", ResultCode.NoProblem), (2, "结果代码录入有误", ResultCode.Corrected)],
            revisions.Select(one => (one.Number, one.Reason, one.Terms.Items[0].Code!.Value)));
    }

    [Fact]
    public async Task Whoever_began_a_correction_may_write_it_too_since_the_team_may_be_gone()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        await fixture.Reviewer.PostJson(fixture.Address(uscc, "correct"), Reason);

        (await fixture.OtherReviewer.PutJson(fixture.Address(uscc), ResultFixture.Result())).ExpectRefusal(HttpStatusCode.Forbidden, "not-on-team");
        (await fixture.Reviewer.PutJson(fixture.Address(uscc), ResultFixture.Result("NoActivity"))).Expect(HttpStatusCode.OK);
        (await fixture.Reviewer.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        (await fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_correction_needs_a_public_result_a_reviewer_and_a_reason()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.SubmittedAsync();
        (await fixture.Reviewer.PostJson(fixture.Address(uscc, "correct"), Reason)).ExpectRefusal(HttpStatusCode.Conflict, "not-published");
        await fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true });
        using var member = await fixture.MemberOf(uscc);

        (await member.PostJson(fixture.Address(uscc, "correct"), Reason)).ExpectRefusal(HttpStatusCode.Forbidden, "role-needed");
        foreach (var reason in new[] { " ", "a\nb", new string('错', 501) })
            (await fixture.Reviewer.PostJson(fixture.Address(uscc, "correct"), new { reason })).ExpectRefusal(HttpStatusCode.BadRequest, "reason");
    }

    [Fact]
    public async Task Simultaneous_corrections_are_one_revision()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();

        var answers = await Task.WhenAll(new[] { fixture.Reviewer, fixture.OtherReviewer, fixture.Reviewer, fixture.OtherReviewer }
            .Select(who => who.PostJson(fixture.Address(uscc, "correct"), Reason)));

        Assert.Equal(2, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(2, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(2, (await fixture.ResultOf(uscc))!.Revision);
    }
}

using System.Net;
using Inspection.App.Draws;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Draws;

public sealed class VoidTests
{
    private static readonly object Reason = new { reason = "底册有误" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draw_is_voided_by_two_people_and_the_next_attempt_names_it()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var first = await fixture.HeadOf(id);

        var asked = (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/void", Reason)).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("Drawn", (string?)asked["state"]);
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/void", Reason)).ExpectRefusal(HttpStatusCode.Forbidden, "own-confirmation");
        (await fixture.Scheduler.PostJson($"/api/v1/tasks/{first.TaskId}/draw")).ExpectRefusal(HttpStatusCode.Conflict, "task-has-draw");
        (await fixture.OtherScheduler.PostJson($"/api/v1/draws/{id}/void", Reason)).Expect(HttpStatusCode.OK);
        var again = (await fixture.Scheduler.PostJson($"/api/v1/tasks/{first.TaskId}/draw")).Expect(HttpStatusCode.Created).Json;

        Assert.Equal(2, (int)again["attempt"]!);
        Assert.Equal(first.NoticeHash, (string?)again["previous"]);
        Assert.Empty(await fixture.Service<VisitHistory>().OfYearAsync(2026, Cancellation).ToListAsync(Cancellation));
        var status = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/status")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("Voided", "底册有误"), ((string?)status["state"], (string?)status["voidReason"]));
        (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Expect(HttpStatusCode.OK);
        var ledger = fixture.Service<ILedger>();
        Assert.Equal(LedgerKind.Void, (await ledger.FindAsync($"draw-{id}:void", Cancellation))!.Kind);
        Assert.NotNull(await ledger.FindAsync($"draw-{(string)again["id"]!}:redraw", Cancellation));
    }

    [Fact]
    public async Task A_draw_whose_randomness_is_fixed_can_only_be_drawn()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = (string)(await fixture.CommitAsync())["id"]!;

        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/void", Reason)).ExpectRefusal(HttpStatusCode.Conflict, "draw-first");
    }

    [Fact]
    public async Task A_ceremony_can_be_voided_until_the_last_witness_and_takes_no_values_afterwards()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三", "李四")));
        var id = (string)draw["id"]!;

        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/void", Reason)).Expect(HttpStatusCode.OK);
        (await fixture.Head.PostJson($"/api/v1/draws/{id}/void", Reason)).Expect(HttpStatusCode.OK);

        var path = $"/api/v1/contributions/{(string)draw["links"]![0]!["link"]!}";
        (await fixture.App.Anonymous.PostJson(path, new { value = "123456" })).ExpectRefusal(HttpStatusCode.Conflict, "not-committed");
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/reveal")).ExpectRefusal(HttpStatusCode.Conflict, "not-committed");
    }

    [Fact]
    public async Task A_commitment_that_is_never_revealed_is_listed_as_abandoned()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = (string)(await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三"))))["id"]!;
        fixture.App.Time.Advance(TimeSpan.FromDays(40));

        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

        var status = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("Abandoned", (string?)status["state"]);
        Assert.NotNull(await fixture.Service<ILedger>().FindAsync($"draw-{id}:abandoned", Cancellation));
    }
}

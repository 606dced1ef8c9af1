using System.Net;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Results;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Publication;

public sealed class OverdueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_is_overdue_from_the_day_after_its_term_until_it_is_public()
    {
        await using var fixture = await ResultFixture.StartAsync(Two());
        // Inspected on 10 November 2026; the other visit is not recorded, and its task ends on the 30th.
        var uscc = await fixture.SubmittedAsync();
        var other = (string)(await fixture.VisitedAsync())[1]["uscc"]!;

        await WatchOnAsync(fixture, new DateOnly(2026, 12, 8));
        Assert.Empty(await OverdueAsync(fixture));
        await WatchOnAsync(fixture, new DateOnly(2026, 12, 9));
        var late = Assert.Single(await OverdueAsync(fixture));
        Assert.Equal(
            (fixture.DrawId, uscc, "测试区", "2026-11-10", "2026-12-08", false, 1, DrawFixture.Market),
            ((string?)late["drawId"], (string?)late["uscc"], (string?)late["district"], (string?)late["countedFrom"], (string?)late["dueOn"],
                (bool)late["isProvisional"]!, (int)late["visits"]!, (string?)late["departments"]![0]));

        (await fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).Expect(HttpStatusCode.OK);
        Assert.Empty(await OverdueAsync(fixture));
        await WatchOnAsync(fixture, new DateOnly(2026, 12, 29));
        Assert.Equal([(other, "2026-11-30", "2026-12-28")],
            (await OverdueAsync(fixture)).Select(one => ((string)one["uscc"]!, (string)one["countedFrom"]!, (string)one["dueOn"]!)));
    }

    [Fact]
    public async Task While_the_list_is_withheld_overdue_visits_are_counted_and_not_named()
    {
        await using var fixture = await ResultFixture.StartAsync(Two() with { ListPublished = ListPublished.AfterVisits });
        var visited = (await fixture.VisitedAsync()).Select(item => (string)item["uscc"]!).ToList();
        await WatchOnAsync(fixture, new DateOnly(2026, 12, 29));
        var late = Assert.Single(await OverdueAsync(fixture));
        var stored = await fixture.Service<ITableStore>().QueryAsync("publicoverdue", TableRange.All, Cancellation).ToListAsync(Cancellation);

        (await fixture.Draws.Head.PostJson($"/api/v1/draws/{fixture.DrawId}/close")).Expect(HttpStatusCode.OK);
        await fixture.Service<WatchDeadlines>().RunAsync(Cancellation);
        var named = await OverdueAsync(fixture);

        Assert.Equal(("", "", 2, "2026-12-28"), ((string?)late["uscc"], (string?)late["name"], (int)late["visits"]!, (string?)late["dueOn"]));
        Assert.All(visited, uscc => Assert.DoesNotContain(uscc, string.Join('\n', stored.Select(row => $"{row.RowKey} {row.GetString("Document")}")), StringComparison.Ordinal));
        Assert.Equal(visited.Order(), named.Select(one => (string)one["uscc"]!).Order());
    }

    [Fact]
    public async Task A_draw_that_is_voided_owes_nothing_and_a_closed_one_that_is_all_public_is_looked_through_once()
    {
        await using var fixture = await ResultFixture.StartAsync(Two());
        var voided = await fixture.Draws.DrawAsync(Two() with { StartsOn = new DateOnly(2026, 11, 13) });
        await fixture.Draws.Scheduler.PostJson($"/api/v1/draws/{voided}/void", new { reason = "底册有误" });
        (await fixture.Draws.OtherScheduler.PostJson($"/api/v1/draws/{voided}/void", new { reason = "底册有误" })).Expect(HttpStatusCode.OK);
        await fixture.PublishedAsync();
        await fixture.PublishedAsync(visit: 1);
        await fixture.Draws.CloseAsync(fixture.DrawId);

        await WatchOnAsync(fixture, new DateOnly(2027, 3, 1));

        Assert.Empty(await OverdueAsync(fixture));
        Assert.Equal([fixture.DrawId], await fixture.Service<SettledDraws>().AllAsync(Cancellation));
    }

    private static TaskTerms Two() => ResultFixture.Terms() with
    {
        Sampling = new TaskSampling { Mode = SamplingMode.Quotas, Quotas = new Dictionary<string, int> { ["A"] = 2, ["B"] = 0, ["C"] = 0 } },
    };

    private static async Task WatchOnAsync(ResultFixture fixture, DateOnly day)
    {
        var time = fixture.Service<LocalTime>();
        fixture.Draws.App.Time.Advance(time.StartOf(day).AddMinutes(30) - time.Now);
        Assert.True((await fixture.Service<WatchDeadlines>().RunAsync(Cancellation)).IsComplete);
    }

    private static async Task<IReadOnlyList<JToken>> OverdueAsync(ResultFixture fixture) =>
        [.. (await fixture.Draws.App.Anonymous.GetJson("/api/v1/public/overdue")).Expect(HttpStatusCode.OK).Json["items"]!];
}

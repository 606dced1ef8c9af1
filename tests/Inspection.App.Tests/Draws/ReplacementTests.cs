using System.Net;
using Inspection.App.Draws;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Draws;

public sealed class ReplacementTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enterprise_that_is_gone_is_replaced_by_the_next_reserve_of_its_class()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var before = await fixture.SelectionsOf(id);
        var gone = before.Where(item => (string?)item["riskClass"] == "A" && !(bool)item["isReserve"]!).Take(2).ToList();
        var reserves = before.Where(item => (string?)item["riskClass"] == "A" && (bool)item["isReserve"]!).ToList();

        for (var i = 0; i < 2; i++)
        {
            var done = (await ReplaceAsync(fixture, id, gone[i], new { reason = "Deregistered" })).Expect(HttpStatusCode.OK).Json;
            Assert.Equal((string?)reserves[i]["uscc"], (string?)done["replacedBy"]);
        }

        (await ReplaceAsync(fixture, id, gone[0], new { reason = "Moved" })).ExpectRefusal(HttpStatusCode.Conflict, "already-replaced");
        (await ReplaceAsync(fixture, id, reserves[0], new { reason = "Moved" })).ExpectRefusal(HttpStatusCode.Conflict, "no-reserve");
        var after = await fixture.SelectionsOf(id);
        Assert.Equal(before.Select(item => (string?)item["uscc"]), after.Select(item => (string?)item["uscc"]));
        var listed = after.Single(item => (string?)item["uscc"] == (string?)gone[0]["uscc"]);
        Assert.False((bool)listed["isVisited"]!);
        Assert.Equal("Deregistered", (string?)listed["reason"]);
        var entry = (await fixture.Service<ILedger>().FindAsync($"draw-{id}:replacement-1", Cancellation))!;
        Assert.Equal((string?)gone[0]["uscc"], entry.Data["uscc"]);
        Assert.Equal("Deregistered", entry.Data["reason"]);
        var visits = await fixture.Service<VisitHistory>().OfYearAsync(2026, Cancellation).ToListAsync(Cancellation);
        Assert.Contains(visits, visit => visit.Uscc.ToString() == (string?)reserves[0]["uscc"]);
    }

    [Fact]
    public async Task An_inspector_is_replaced_by_the_next_substitute_and_nobody_outside_learns_who()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var visit = (await fixture.SelectionsOf(id))[0];
        var team = visit["teams"]![0]!;
        var inspector = (string)team["inspectors"]![0]!["inspectorId"]!;

        (await ReplaceAsync(fixture, id, visit, new { reason = "Moved", inspectorId = inspector })).Expect(HttpStatusCode.BadRequest);
        var done = (await ReplaceAsync(fixture, id, visit, new { reason = "Recused", inspectorId = inspector })).Expect(HttpStatusCode.OK).Json;

        Assert.Equal((string?)team["substitutes"]![0], (string?)done["substituteId"]);
        var now = (await fixture.SelectionsOf(id))[0]["teams"]![0]!["inspectors"]!.Select(member => (string)member["inspectorId"]!).ToList();
        Assert.DoesNotContain(inspector, now);
        Assert.Contains((string)done["substituteId"]!, now);
        var status = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/status")).Expect(HttpStatusCode.OK);
        Assert.Equal("Inspector", (string?)status.Json["replacements"]![0]!["kind"]);
        Assert.DoesNotContain("SJ-", status.Text, StringComparison.Ordinal);
        var entry = (await fixture.Service<ILedger>().FindAsync($"draw-{id}:replacement-1", Cancellation))!;
        Assert.DoesNotContain(entry.Data.Values, value => value.StartsWith("SJ-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simultaneous_replacements_take_different_reserves()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var gone = (await fixture.SelectionsOf(id)).Where(item => (string?)item["riskClass"] == "A" && !(bool)item["isReserve"]!).Take(2);

        var answers = await Task.WhenAll(gone.Select(item => ReplaceAsync(fixture, id, item, new { reason = "Moved" })));

        var taken = answers.Select(answer => (string?)answer.Expect(HttpStatusCode.OK).Json["replacedBy"]).ToList();
        Assert.Equal(2, taken.Distinct().Count());
        Assert.Equal(2, (await fixture.Service<SelectionStore>().ReplacementsAsync(id, Cancellation)).Items.Count);
    }

    [Fact]
    public async Task A_shortage_is_filled_by_a_supplementary_draw_of_exactly_those_enterprises()
    {
        await using var fixture = await DrawFixture.StartAsync(inspectors: 3);
        var id = await fixture.DrawAsync(DrawFixture.Terms() with { Departments = [new DepartmentTeam(DrawFixture.Market, 4)] });
        var visited = (await fixture.SelectionsOf(id)).Where(item => (bool)item["isVisited"]!).ToList();
        Assert.All(visited, item => Assert.Equal(1, (int)item["teams"]![0]!["shortage"]!));
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{await fixture.DrawAsync()}/shortages/draw")).ExpectRefusal(HttpStatusCode.Conflict, "no-shortage");

        var made = Assert.Single((await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/shortages/draw")).Expect(HttpStatusCode.OK).Json["items"]!);
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{(string)made["id"]!}/reveal")).Expect(HttpStatusCode.OK);

        var filled = (await fixture.SelectionsOf((string)made["id"]!)).ToList();
        Assert.Equal(visited.Select(item => (string)item["uscc"]!).Order(), filled.Select(item => (string)item["uscc"]!).Order());
        // Everybody serves already, so nobody is left to fill the teams; the draw shows it instead of naming one twice.
        Assert.All(filled, item => Assert.Equal(1, (int)item["teams"]![0]!["shortage"]!));
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/shortages/draw")).ExpectRefusal(HttpStatusCode.Conflict, "no-shortage");
    }

    private static Task<Answer> ReplaceAsync(DrawFixture fixture, string id, JToken selection, object request) =>
        fixture.Scheduler.PostJson($"/api/v1/draws/{id}/selections/{(string)selection["uscc"]!}/replace", request);
}

using System.Net;
using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Results;

public sealed class VisitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_inspector_sees_the_own_visits_alone_and_together_they_are_all()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var expected = (await fixture.VisitedAsync())
            .SelectMany(item => item["teams"]!.SelectMany(team => team["inspectors"]!), (item, member) => ((string)item["uscc"]!, (string)member["inspectorId"]!))
            .ToLookup(pair => pair.Item2, pair => pair.Item1);

        for (var n = 0; n < 6; n++)
        {
            var id = $"SJ-{n:d3}";
            Assert.Equal(expected[id].Order(), (await UsccsAsync(fixture, id)).Order());
        }

        Assert.Empty(await UsccsAsync(fixture, "XF-000"));
    }

    [Fact]
    public async Task A_visit_says_what_to_check_with_whom_where_and_by_when()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var member = await fixture.MemberOf(uscc);

        var visit = (await VisitsAsync(member)).Single(item => (string?)item["uscc"] == uscc);

        Assert.Equal((fixture.DrawId, "第四季度抽查", "测试区"), ((string?)visit["drawId"], (string?)visit["title"], (string?)visit["district"]));
        Assert.StartsWith("企业", (string?)visit["name"], StringComparison.Ordinal);
        Assert.Equal(["登记事项检查", "公示信息检查"], visit["items"]!.Select(item => (string?)item["name"]));
        Assert.Equal("企业信息公示暂行条例", (string?)visit["items"]![1]!["legalBasis"]);
        var team = Assert.Single(visit["teams"]!);
        Assert.Equal(await fixture.TeamOf(uscc), team["inspectors"]!.Select(one => (string)one["inspectorId"]!));
        Assert.All(team["inspectors"]!, one => Assert.StartsWith("执法员", (string?)one["name"], StringComparison.Ordinal));
        Assert.Equal(("2026-11-09", "2026-11-30"), ((string?)visit["startsOn"], (string?)visit["endsOn"]));
        // 20 working days after 30 November 2026, the last day on which it may be made.
        Assert.Equal(("2026-12-28", false), ((string?)visit["publishBy"], (bool)visit["isPublishByProvisional"]!));
        Assert.Equal((JTokenType.Null, 0), (visit["state"]!.Type, (int)visit["revision"]!));
        Assert.Null(visit["riskClass"] ?? visit["ticket"]);
        Assert.Equal(visit, (await member.GetJson($"/api/v1/visits/{fixture.DrawId}/{uscc}")).Expect(HttpStatusCode.OK).Json, JToken.EqualityComparer);
        Assert.Equal(visit, (await fixture.Reviewer.GetJson($"/api/v1/visits/{fixture.DrawId}/{uscc}")).Expect(HttpStatusCode.OK).Json, JToken.EqualityComparer);
        using var stranger = await fixture.StrangerTo(uscc);
        (await stranger.GetJson($"/api/v1/visits/{fixture.DrawId}/{uscc}")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_replaced_enterprise_vanishes_and_the_reserve_that_steps_in_appears()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        var inspector = (await fixture.TeamOf(uscc))[0];

        var replaced = await fixture.Draws.Scheduler.PostJson(
            $"/api/v1/draws/{fixture.DrawId}/selections/{uscc}/replace", new { reason = "Deregistered" });

        var reserve = (string)replaced.Expect(HttpStatusCode.OK).Json["replacedBy"]!;
        Assert.DoesNotContain(uscc, await UsccsAsync(fixture, inspector));
        Assert.Contains(reserve, await UsccsAsync(fixture, (await fixture.TeamOf(reserve))[0]));
    }

    [Fact]
    public async Task A_replaced_inspector_loses_the_visit_and_the_substitute_has_it()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        var inspector = (await fixture.TeamOf(uscc))[0];

        var replaced = await fixture.Draws.Scheduler.PostJson(
            $"/api/v1/draws/{fixture.DrawId}/selections/{uscc}/replace", new { reason = "Unavailable", inspectorId = inspector });

        Assert.DoesNotContain(uscc, await UsccsAsync(fixture, inspector));
        Assert.Contains(uscc, await UsccsAsync(fixture, (string)replaced.Expect(HttpStatusCode.OK).Json["substituteId"]!));
    }

    [Fact]
    public async Task The_visits_of_a_voided_draw_vanish_and_those_of_the_next_draw_come()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var member = await fixture.MemberOf(uscc);
        await fixture.Draws.Scheduler.PostJson($"/api/v1/draws/{fixture.DrawId}/void", new { reason = "底册有误" });

        (await fixture.Draws.OtherScheduler.PostJson($"/api/v1/draws/{fixture.DrawId}/void", new { reason = "底册有误" })).Expect(HttpStatusCode.OK);

        Assert.Empty(await VisitsAsync(member));
        (await member.GetJson($"/api/v1/visits/{fixture.DrawId}/{uscc}")).ExpectRefusal(HttpStatusCode.Conflict, "no-visits");
        var next = await fixture.Draws.DrawAsync(ResultFixture.Terms());
        Assert.All(await VisitsAsync(member), visit => Assert.Equal(next, (string?)visit["drawId"]));
    }

    [Fact]
    public async Task Whom_a_supplementary_draw_adds_makes_the_same_visit_of_the_first_draw()
    {
        await using var fixture = await ResultFixture.StartAsync(
            ResultFixture.Terms() with { Departments = [new DepartmentTeam(DrawFixture.Market, 4)] }, inspectors: 3);
        var uscc = await fixture.FirstVisitAsync();
        foreach (var id in (string[])["SJ-100", "SJ-101"])
        {
            var inspector = new InspectorProfile { InspectorId = id, Department = DrawFixture.Market, CertificateExpires = new DateOnly(2030, 1, 1) };
            await fixture.Service<ITableStore>().UpsertAsync(InspectorStore.Table, InspectorEntity.Of(inspector), Cancellation);
        }

        var made = (await fixture.Draws.Scheduler.PostJson($"/api/v1/draws/{fixture.DrawId}/shortages/draw")).Expect(HttpStatusCode.OK).Json["items"]!;
        var supplement = (string)Assert.Single(made)["id"]!;
        (await fixture.Draws.Scheduler.PostJson($"/api/v1/draws/{supplement}/reveal")).Expect(HttpStatusCode.OK);

        var added = (await UsccsAsync(fixture, "SJ-100")).Concat(await UsccsAsync(fixture, "SJ-101")).ToList();
        Assert.Equal((await fixture.VisitedAsync()).Select(item => (string)item["uscc"]!), added.Order(StringComparer.Ordinal));
        using var first = await fixture.MemberOf(uscc);
        var visit = (await VisitsAsync(first)).Single(item => (string?)item["uscc"] == uscc);
        var team = Assert.Single(visit["teams"]!);
        Assert.Equal((4, 0), (team["inspectors"]!.Count(), (int)team["shortage"]!));
        var newcomer = team["inspectors"]!.Select(one => (string)one["inspectorId"]!).Single(id => id.StartsWith("SJ-1", StringComparison.Ordinal));
        using var second = await fixture.Inspector(newcomer);
        Assert.All(await VisitsAsync(second), one => Assert.Equal(fixture.DrawId, (string?)one["drawId"]));
        Assert.Equal(visit, (await VisitsAsync(second)).Single(one => (string?)one["uscc"] == uscc), JToken.EqualityComparer);
        (await second.GetJson($"/api/v1/visits/{supplement}/{uscc}")).ExpectRefusal(HttpStatusCode.Conflict, "supplementary-draw");
    }

    [Fact]
    public async Task Visits_come_in_pages_of_which_each_visit_is_on_one()
    {
        await using var fixture = await ResultFixture.StartAsync(inspectors: 2);
        using var inspector = await fixture.Inspector("SJ-000");
        var all = (await VisitsAsync(inspector)).Select(visit => (string)visit["uscc"]!).ToList();
        Assert.Equal((await fixture.VisitedAsync()).Count, all.Count);

        var paged = new List<string>();
        for (var cursor = ""; paged.Count < all.Count;)
        {
            var page = (await inspector.GetJson($"/api/v1/visits?limit=2&cursor={cursor}")).Expect(HttpStatusCode.OK).Json;
            paged.AddRange(page["items"]!.Select(visit => (string)visit["uscc"]!));
            cursor = (string?)page["next"];
        }

        Assert.Equal(all, paged);
        (await inspector.GetJson("/api/v1/visits?cursor=nonsense")).ExpectRefusal(HttpStatusCode.BadRequest, "cursor");
    }

    [Fact]
    public async Task A_user_who_stands_for_no_inspector_is_told_so()
    {
        await using var fixture = await ResultFixture.StartAsync();
        using var nobody = await fixture.Draws.App.ClientAs(Role.Inspector);

        (await nobody.GetJson("/api/v1/visits")).ExpectRefusal(HttpStatusCode.Forbidden, "no-inspector");
    }

    private static async Task<IReadOnlyList<JToken>> VisitsAsync(HttpClient inspector) =>
        [.. (await inspector.GetJson("/api/v1/visits?limit=1000")).Expect(HttpStatusCode.OK).Json["items"]!];

    private static async Task<IReadOnlyList<string>> UsccsAsync(ResultFixture fixture, string inspectorId)
    {
        using var client = await fixture.Inspector(inspectorId);
        return [.. (await VisitsAsync(client)).Select(visit => (string)visit["uscc"]!)];
    }
}

using System.Net;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Planning;

public sealed class PlanningApiTests
{
    [Fact]
    public async Task A_task_is_written_changed_and_approved_by_somebody_else()
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler, "li");
        using var head = await app.ClientAs(Role.Head, "zhao");

        var created = await scheduler.PostJson("/api/v1/tasks", Terms());
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var address = created.Location!;
        Assert.Equal("draft", ((string)created.Json["state"]!).ToLowerInvariant());
        Assert.Equal("rates", (string?)created.Json["sampling"]!["mode"]);
        Assert.Equal(200, (int)created.Json["sampling"]!["rates"]!["A"]!);

        var approved = await head.PostJson($"{address}/approve");
        Assert.Equal("zhao", (string?)approved.Json["approvedBy"]);

        var changed = await scheduler.PutJson(address, Terms(title: "新的标题"), approved.ETag);
        Assert.Equal("", (string?)changed.Json["approvedBy"]);
        var stale = await scheduler.PutJson(address, Terms(title: "旧的标题"), approved.ETag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed-meanwhile"), (stale.Status, stale.Rule));
    }

    [Fact]
    public async Task A_head_approves_the_version_that_was_read()
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler, "li");
        using var head = await app.ClientAs(Role.Head, "zhao");
        var read = await scheduler.PostJson("/api/v1/tasks", Terms());
        var changed = await scheduler.PutJson(read.Location!, Terms(title: "改过的标题"));

        var stale = await head.SendJson(HttpMethod.Post, $"{read.Location}/approve", ifMatch: read.ETag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed-meanwhile"), (stale.Status, stale.Rule));

        var approved = await head.SendJson(HttpMethod.Post, $"{read.Location}/approve", ifMatch: changed.ETag);
        Assert.Equal("zhao", (string?)approved.Expect(HttpStatusCode.OK).Json["approvedBy"]);
    }

    [Fact]
    public async Task A_head_of_another_department_finds_no_plan_to_approve()
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler, "li");
        using var stranger = await app.ClientAs(Role.Head, "chen", "应急");
        var address = (await scheduler.PostJson("/api/v1/plans", Plan())).Location!;

        (await stranger.PostJson($"{address}/approve")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_left_out_of_a_task_means_none_asked_and_everybody_covered()
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler);
        var terms = Terms();
        terms["scope"] = JObject.Parse("""{"districts": ["青檀区"]}""");

        var created = await scheduler.PostJson("/api/v1/tasks", terms);

        Assert.Equal("", (string?)created.Json["departments"]![0]!["skill"]);
        Assert.Empty((JArray)created.Json["scope"]!["tags"]!);
        var preview = await scheduler.GetJson($"{created.Location}/eligibility");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal(0, (int)preview.Json["roster"]!);
    }

    [Fact]
    public async Task Whoever_wrote_a_task_does_not_approve_it()
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler, "li");
        var address = (await scheduler.PostJson("/api/v1/tasks", Terms())).Location!;
        var users = app.Service<UserStore>();
        await users.UpdateAsync("li", null, user => user with { Roles = [Role.Scheduler, Role.Head] }, TestContext.Current.CancellationToken);

        var refused = await scheduler.PostJson($"{address}/approve");

        Assert.Equal((HttpStatusCode.Forbidden, "own-approval"), (refused.Status, refused.Rule));
    }

    [Theory]
    [InlineData("departments", "[{\"department\":\"市监\",\"size\":1}]", "team-minimum")]
    [InlineData("itemCodes", "[\"NO-SUCH\"]", "items")]
    [InlineData("endsOn", "\"2026-11-30\"", "days")]
    [InlineData("reserve", "1001", "reserve")]
    [InlineData("planId", "\"none\"", "plan")]
    [InlineData("title", "\"\"", "title")]
    [InlineData("sampling", "{\"mode\":\"rates\",\"rates\":{\"A\":10001}}", "sampling")]
    [InlineData("sampling", "{\"mode\":\"weights\",\"weights\":{\"A\":1}}", "sampling")]
    [InlineData("entropy", "{\"kind\":\"ceremony\",\"witnesses\":[\"甲\",\"甲\"]}", "entropy")]
    public async Task A_task_that_breaks_a_rule_is_refused_by_its_name(string member, string value, string rule)
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler);
        var terms = Terms();
        terms[member] = JToken.Parse(value);

        var refused = await scheduler.PostJson("/api/v1/tasks", terms);

        Assert.Equal((HttpStatusCode.BadRequest, rule), (refused.Status, refused.Rule));
    }

    [Fact]
    public async Task A_department_plans_and_sees_its_own_tasks_only()
    {
        await using var app = await AppWithItemAsync();
        using var own = await app.ClientAs(Role.Scheduler, "li", "市监");
        using var other = await app.ClientAs(Role.Scheduler, "chen", "应急");
        var address = (await own.PostJson("/api/v1/tasks", Terms())).Location!;

        Assert.Equal("department", (await other.PostJson("/api/v1/tasks", Terms())).Rule);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetJson(address)).Status);
        Assert.Empty((JArray)(await other.GetJson("/api/v1/tasks")).Json["items"]!);
        Assert.Single((JArray)(await own.GetJson("/api/v1/tasks")).Json["items"]!);
    }

    [Fact]
    public async Task The_public_sees_approved_plans_without_their_rates()
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler, "li");
        using var head = await app.ClientAs(Role.Head, "zhao");
        var address = (await scheduler.PostJson("/api/v1/plans", Plan())).Location!;
        Assert.Empty((JArray)(await app.Anonymous.GetJson("/api/v1/public/plans")).Json["items"]!);

        await head.PostJson($"{address}/approve");

        var shown = Assert.Single((JArray)(await app.Anonymous.GetJson("/api/v1/public/plans")).Json["items"]!);
        Assert.Equal("2026年度抽查计划", (string?)shown["title"]);
        Assert.DoesNotContain("rate", shown.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unclassified", shown.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_public_sees_approved_tasks_the_last_to_start_first_and_nothing_of_drafts()
    {
        await using var app = await AppWithItemAsync();
        using var scheduler = await app.ClientAs(Role.Scheduler, "li");
        using var head = await app.ClientAs(Role.Head, "zhao");
        var addresses = new List<string>();
        foreach (var day in new[] { "2026-12-01", "2026-12-20", "2026-12-10" })
        {
            var terms = Terms(title: day);
            (terms["startsOn"], terms["endsOn"]) = (day, "2026-12-31");
            addresses.Add((await scheduler.PostJson("/api/v1/tasks", terms)).Location!);
        }

        Assert.Empty((await PublicTasksAsync(app)).Json["items"]!);
        foreach (var address in addresses)
            (await head.PostJson($"{address}/approve")).Expect(HttpStatusCode.OK);

        var shown = await PublicTasksAsync(app);
        Assert.Equal(["2026-12-20", "2026-12-10", "2026-12-01"], shown.Json["items"]!.Select(task => (string?)task["title"]));
        foreach (var hidden in new[] { "rates", "sampling", "riskClass", "zhao", "li\"", "createdBy", "approvedBy", "witnesses" })
            Assert.DoesNotContain(hidden, shown.Text, StringComparison.OrdinalIgnoreCase);
        // Whoever changes an approved task takes it back until it is approved anew.
        await scheduler.PutJson(addresses[1], Terms(title: "改期"));
        Assert.Equal(["2026-12-10", "2026-12-01"], (await PublicTasksAsync(app)).Json["items"]!.Select(task => (string?)task["title"]));
        (await app.Anonymous.GetJson(addresses[1].Replace("/v1/", "/v1/public/", StringComparison.Ordinal))).Expect(HttpStatusCode.NotFound);
        var one = (await app.Anonymous.GetJson(addresses[2].Replace("/v1/", "/v1/public/", StringComparison.Ordinal))).Expect(HttpStatusCode.OK);
        Assert.Equal(("2026-12-10", "2026-12-31"), ((string?)one.Json["startsOn"], (string?)one.Json["endsOn"]));
    }

    private static async Task<Answer> PublicTasksAsync(TestApp app) =>
        (await app.Anonymous.GetJson("/api/v1/public/tasks")).Expect(HttpStatusCode.OK);

    private static JObject Plan() => JObject.Parse("""
        {"year":2026,"title":"2026年度抽查计划","itemCodes":["SP-01"],"departments":[{"department":"市监","size":2}]}
        """);

    private static async Task<TestApp> AppWithItemAsync()
    {
        var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        var item = await administrator.PutJson("/api/v1/items/SP-01", new { name = "食品经营监督检查", published = true });
        Assert.True(item.Status is HttpStatusCode.OK or HttpStatusCode.Created, item.Text);
        return app;
    }

    private static JObject Terms(string title = "2026年12月抽查")
    {
        var terms = JObject.Parse("""
            {
              "itemCodes": ["SP-01"],
              "departments": [{"department": "市监", "size": 2}],
              "sampling": {"mode": "rates", "rates": {"A": 200, "B": 500}},
              "startsOn": "2026-12-01", "endsOn": "2026-12-31",
              "entropy": {"kind": "none"}
            }
            """);
        terms["title"] = title;
        return terms;
    }
}

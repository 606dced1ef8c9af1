using System.Net;
using Inspection.App.Draws;
using Inspection.App.Jobs;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

public sealed class DrawPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_is_published_by_the_number_typed_once_and_the_witnesses_links_are_shown_once()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync(DrawFixture.Terms(DrawFixture.Ceremony("区纪委监委", "企业代表")));
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await browser.OpenAsync($"/console/tasks/{task.Id}/draw");
        Assert.Contains("可以抽取的 40 户、排除的 0 户", browser.Page, StringComparison.Ordinal);

        await browser.SubmitAsync("", ("Typed", "39"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        var (address, form) = browser.Fill("", ("Typed", "40"));
        await browser.SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(form));
        Assert.EndsWith("/links", browser.Address, StringComparison.Ordinal);
        var (path, links) = (browser.Address, LinksOf(browser));
        Assert.Equal(2, links.Count);
        Assert.Contains("class=\"qr\"", browser.Page, StringComparison.Ordinal);

        // Sent twice, the same page answers; loaded again, the links are gone.
        await browser.SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(form));
        Assert.Equal(path, browser.Address);
        Assert.Equal(links, LinksOf(browser));
        await browser.OpenAsync(path);
        Assert.Empty(LinksOf(browser));
        Assert.Single(await fixture.Service<DrawStore>().AllAsync(Cancellation).ToListAsync(Cancellation));

        await browser.SubmitAsync("handler=One", ("Name", "企业代表"));
        var renewed = Assert.Single(LinksOf(browser));
        Assert.DoesNotContain(renewed, links);
        (await fixture.App.Anonymous.GetJson(links[1].Replace("/contribute/", "/api/v1/contributions/", StringComparison.Ordinal))).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draw_is_carried_from_its_witnesses_to_its_result_on_pages()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("区纪委监委", "企业代表")));
        var id = (string)draw["id"]!;
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await browser.OpenAsync($"/console/draws/{id}");
        Assert.Contains("2 位见证人，0 位已开号", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync($"/console/draws/{id}/reveal");
        await browser.SubmitAsync("");
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("entropy-not-out", browser.Page, StringComparison.Ordinal);

        foreach (var (link, digits) in draw["links"]!.Select(static issued => (string)issued["link"]!).Zip(["316627", "080915"]))
            (await fixture.App.Anonymous.PostJson($"/api/v1/contributions/{link}", new { value = digits })).Expect(HttpStatusCode.OK);
        await browser.OpenAsync($"/console/draws/{id}/ceremony");
        Assert.DoesNotContain("316627", browser.Page, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync($"/console/draws/{id}/reveal");
        await browser.SubmitAsync("");

        Assert.Contains("抽取完成：从 40 户中抽取了 7 户", browser.Page, StringComparison.Ordinal);
        Assert.Contains("执法员", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync($"/console/draws/{id}/ceremony");
        Assert.Contains("316627", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draw_by_the_beacon_counts_down_to_its_round()
    {
        await using var fixture = await DrawFixture.StartAsync(settings: [("Beacon:Relays:0", "https://relay.example"), ("Draws:BeaconDelayMinutes", "90")]);
        var id = (string)(await fixture.CommitAsync(DrawFixture.Terms(new TaskEntropy { Kind = EntropyKind.Drand })))["id"]!;
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Head);

        await browser.OpenAsync($"/console/draws/{id}");
        Assert.Contains("公共随机数还有", browser.Page, StringComparison.Ordinal);
        Assert.Contains("1 时 30 分", browser.Page, StringComparison.Ordinal);
        fixture.App.Time.Advance(TimeSpan.FromMinutes(100));
        await browser.OpenAsync($"/console/draws/{id}");

        Assert.Contains("随机数已经确定", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("作废", browser.Page[browser.Page.IndexOf("id=\"more\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_monthly_draws_show_the_months_of_each_plan_and_a_run_that_was_missed_and_caught_up()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var planning = fixture.Service<PlanningService>();
        var terms = new PlanTerms
        {
            Year = 2026,
            Title = "2026年按月抽查计划",
            ItemCodes = [DrawFixture.ItemCode],
            Departments = [new DepartmentTeam(DrawFixture.Market, 2)],
            Monthly = new MonthlyTerms { Entropy = new TaskEntropy { Kind = EntropyKind.None } },
        };
        var plan = (await planning.CreatePlanAsync(terms, DrawFixture.Person("planner"), Cancellation)).Value;
        await planning.ApprovePlanAsync(plan.Id, null, DrawFixture.Person("chief"), Cancellation);
        var job = fixture.Service<MonthlyDraw>();
        await fixture.Service<JobRunner>().RunIfDueAsync(job, Cancellation);
        // Nobody looked on the first of December.
        fixture.App.Time.Advance(TimeSpan.FromDays(32));
        await fixture.Service<JobRunner>().RunIfDueAsync(job, Cancellation);

        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await browser.OpenAsync("/console/draws/monthly");

        Assert.Contains("2026年按月抽查计划", browser.Page, StringComparison.Ordinal);
        Assert.Contains("补做", browser.Page, StringComparison.Ordinal);
        var december = browser.Page[browser.Page.IndexOf("2026年12月", StringComparison.Ordinal)..];
        Assert.Contains("/console/draws/2026", december, StringComparison.Ordinal);
        Assert.Contains("没有抽取，份额摊到以后各月", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enterprises_and_inspectors_are_replaced_by_whom_the_draw_named_and_short_teams_are_filled()
    {
        await using var fixture = await DrawFixture.StartAsync(inspectors: 3);
        var id = await fixture.DrawAsync();
        var first = (await fixture.SelectionsOf(id))[0];
        var (uscc, inspector) = ((string)first["uscc"]!, (string)first["teams"]![0]!["inspectors"]![0]!["inspectorId"]!);
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        var replace = $"/console/draws/{id}/replace/{uscc}";

        foreach (var expected in new[] { "由抽取时排定的下一位替补人员", "这一户会缺一人" })
        {
            await browser.OpenAsync($"{replace}?inspector={inspector}");
            Assert.Contains(expected, browser.Page, StringComparison.Ordinal);
            await browser.SubmitAsync("", ("Reason", nameof(ReplacementReason.Unavailable)));
            Assert.Contains("检查人员已更换", browser.Page, StringComparison.Ordinal);
            inspector = (string)(await fixture.SelectionsOf(id)).First(item => (string)item["uscc"]! == uscc)["teams"]![0]!["inspectors"]![0]!["inspectorId"]!;
        }

        await browser.OpenAsync($"/console/draws/{id}/shortages");
        await browser.SubmitAsync("", ("Typed", "1"));
        Assert.Contains("为这次抽取补充人员", browser.Page, StringComparison.Ordinal);

        await browser.OpenAsync(replace);
        await browser.SubmitAsync("", ("Reason", ""));
        Assert.Contains("请选择原因", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("", ("Reason", nameof(ReplacementReason.Deregistered)));
        Assert.Contains("注销，由备选替补", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(replace);
        Assert.Contains("已经替换过", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draw_is_voided_by_two_of_whom_the_second_saw_the_first_ones_reason()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var path = $"/console/draws/{id}/void";
        using var first = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        using var second = await WebBrowser.AsAsync(fixture.App, Role.Head);
        await second.OpenAsync(path);
        await first.OpenAsync(path);
        await first.SubmitAsync("", ("Reason", "底册缺了一个街道"));
        Assert.Contains("已申请作废", first.Page, StringComparison.Ordinal);
        await first.OpenAsync(path);
        Assert.Contains("要由另一位", first.Page, StringComparison.Ordinal);

        // The second one's page is from before the wish.
        await second.SubmitAsync("", ("Reason", "另一个理由"), ("Confirms", ""));
        Assert.Equal((HttpStatusCode.BadRequest, DrawState.Drawn), (second.Status, (await fixture.HeadOf(id)).State));
        Assert.Contains("底册缺了一个街道", second.Page, StringComparison.Ordinal);
        await second.SubmitAsync("", ("Typed", "作废"));

        Assert.Contains("scheduler申请、head确认，已作废", second.Page, StringComparison.Ordinal);
        Assert.Equal(DrawState.Voided, (await fixture.HeadOf(id)).State);
    }

    [Fact]
    public async Task A_draw_is_closed_when_its_visits_are_over_and_certificates_are_made_then()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var uscc = (string)(await fixture.SelectionsOf(id))[0]["uscc"]!;
        using (var early = await WebBrowser.AsAsync(fixture.App, Role.Head))
        {
            await early.OpenAsync($"/console/draws/{id}/close");
            Assert.Contains("过了这一天才能办结", early.Page, StringComparison.Ordinal);
        }

        fixture.App.Time.Advance(TimeSpan.FromDays(40));
        using var head = await WebBrowser.AsAsync(fixture.App, Role.Head);
        using var auditor = await WebBrowser.AsAsync(fixture.App, Role.Auditor);
        await auditor.OpenAsync($"/console/draws/{id}/certificate?uscc={uscc}");
        Assert.Equal(HttpStatusCode.Conflict, auditor.Status);
        await head.OpenAsync($"/console/draws/{id}/close");
        await head.SubmitAsync("", ("Typed", "办结"));
        Assert.Contains("已办结", head.Page, StringComparison.Ordinal);

        await auditor.OpenAsync($"/console/draws/{id}/certificate?uscc={uscc}");
        Assert.Contains($"\"uscc\":\"{uscc}\"", auditor.Page, StringComparison.Ordinal);
        await auditor.OpenAsync($"/console/draws/{id}");
        Assert.Contains($"/api/v1/draws/{id}/package", auditor.Page, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> LinksOf(WebBrowser browser) =>
        [.. browser.Page.Split("href=\"http://localhost").Skip(1).Select(static part => part.Split('"')[0]).Where(static link => link.StartsWith("/contribute/", StringComparison.Ordinal))];
}

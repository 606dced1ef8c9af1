using System.Net;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;

namespace Inspection.App.Tests.Pages.Console;

public sealed class TaskWizardTests
{
    private const string Title = "2026年12月食品经营双随机抽查";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scheduler_writes_a_task_step_by_step_comes_back_to_it_and_the_head_approves_what_was_submitted()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using (var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler))
        {
            await BeginAsync(browser);
            await browser.SubmitAsync("", [("then", "later"), .. Scope]);
            Assert.Equal((HttpStatusCode.OK, "/console/tasks"), (browser.Status, browser.Address));
        }

        // Another session finds what the first one left.
        using var later = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await later.OpenAsync("/console/tasks");
        Assert.Contains(Title, later.Page, StringComparison.Ordinal);
        await later.OpenAsync(later.Page.Split("href=\"").Select(static part => part.Split('"')[0]).First(static link => link.EndsWith("/scope", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, later.Status);
        await FillAsync(later);
        await later.SubmitAsync("");
        var path = later.Address;
        Assert.Contains("等待负责人批准", later.Page, StringComparison.Ordinal);

        using var head = await WebBrowser.AsAsync(fixture.App, Role.Head);
        await head.OpenAsync(path + "/approve");
        Assert.Contains("可抽取 40 户，预计抽中 9 户", head.Page, StringComparison.Ordinal);
        await head.SubmitAsync("");

        var task = (await fixture.Service<TaskStore>().FindAsync(path.Split('/')[^1], Cancellation))!;
        Assert.Equal((TaskState.Approved, "head", Title), (task.State, task.ApprovedBy, task.Terms.Title));
        Assert.Equal(["区纪委监委", "企业代表"], task.Terms.Entropy.Witnesses);
        Assert.Equal(1250, task.Terms.Sampling.Rates!["A"]);
        await later.OpenAsync("/console/tasks");
        Assert.DoesNotContain("我没写完的", later.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_step_and_all_of_it_before_the_task_is_submitted()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await BeginAsync(browser);
        var scope = browser.Address;

        await browser.SubmitAsync("", ("Form.StartsOn", "2026-12-31"), ("Form.EndsOn", "2026-12-01"), ("Form.Departments", DrawFixture.Market));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        foreach (var said in new[] { "名称要有 1 到 200 个字", "开始日期 2026-12-31 晚于结束日期 2026-12-01", "至少选择一个抽查事项" })
            Assert.Contains(said, browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(scope.Replace("/scope", "/sampling", StringComparison.Ordinal));
        await browser.SubmitAsync("", ("Form.Mode", "Rates"), ("Form.Rows[0].Rate", "two"));
        Assert.Contains("A 类的比例要写成数字", browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"two\"", browser.Page, StringComparison.Ordinal);

        await browser.OpenAsync(scope.Replace("/scope", "/check", StringComparison.Ordinal));
        Assert.Contains("还有 4 处要改", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Empty((await fixture.Service<TaskStore>().ListAsync(10, null, Cancellation)).Items);
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone_and_its_preview_follows_what_is_typed()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await BeginAsync(browser);
        var sampling = browser.Address.Replace("/scope", "/sampling", StringComparison.Ordinal);
        await browser.SubmitAsync("", [.. Scope]);

        await browser.OpenAsync($"{sampling}?handler=preview&Form.Mode=Rates&Form.Rows[0].Name=A&Form.Rows[0].Rate=100&Form.Rows[1].Name=B&Form.Rows[1].Rate=10&Form.Rows[2].Name=C&Form.Rows[2].Rate=0");
        Assert.DoesNotContain("<html", browser.Page, StringComparison.Ordinal);
        Assert.Contains("可抽取 40 户，预计抽中 21 户", browser.Page, StringComparison.Ordinal);
        Assert.Contains("95% 是 A 类", browser.Page, StringComparison.Ordinal);

        using var other = await WebBrowser.AsAsync(fixture.App, Role.Scheduler, "second");
        await other.OpenAsync(sampling);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Whoever_changes_a_task_that_somebody_else_changed_meanwhile_sees_both_versions()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync();
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await browser.OpenAsync($"/console/tasks/{task.Id}/change");
        await browser.SubmitAsync("");
        var check = browser.Address;
        var planning = fixture.Service<PlanningService>();
        await planning.ChangeTaskAsync(task.Id, task.Terms with { Title = "别人改的名称" }, null, DrawFixture.Person("planner"), Cancellation);

        await browser.SubmitAsync("");
        Assert.Equal((HttpStatusCode.PreconditionFailed, check), (browser.Status, browser.Address));
        Assert.Contains("别人改的名称", browser.Page, StringComparison.Ordinal);
        Assert.Contains("现在保存的", browser.Page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/console/tasks/{task.Id}\">放弃我的修改", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("");

        Assert.Equal($"/console/tasks/{task.Id}", browser.Address);
        var stored = (await fixture.Service<TaskStore>().FindAsync(task.Id, Cancellation))!;
        Assert.Equal((task.Terms.Title, TaskState.Draft), (stored.Terms.Title, stored.State));
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_is_there_after_the_next_sign_in_and_a_draft_can_be_dropped()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);
        await BeginAsync(browser);
        var scope = browser.Address;
        browser.Forget("inspection-session");

        await browser.SubmitAsync("", [.. Scope]);
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        using (var client = await fixture.App.ClientAs(Role.Scheduler))
            await browser.SubmitAsync("/sign-in", ("token", client.DefaultRequestHeaders.Authorization!.Parameter!));
        await browser.SubmitAsync(scope);

        Assert.Equal((HttpStatusCode.OK, scope), (browser.Status, browser.Address));
        Assert.Equal(Title, browser.ValueOf("Form.Title"));
        Assert.Contains($"value=\"{DrawFixture.Market}\" checked=\"checked\"", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(scope.Replace("/scope", "/check", StringComparison.Ordinal));
        await browser.SubmitAsync("handler=Drop");
        Assert.Contains("草稿已删除", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(scope);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private static (string, string)[] Scope =>
    [
        ("Form.Title", Title), ("Form.PlanId", ""), ("Form.StartsOn", "2026-12-01"), ("Form.EndsOn", "2026-12-31"),
        ("Form.Departments", DrawFixture.Market), ("Form.Items", DrawFixture.ItemCode),
    ];

    private static async Task BeginAsync(WebBrowser browser)
    {
        await browser.OpenAsync("/console/tasks/new");
        await browser.SubmitAsync("", ("Kind", "none"));
        Assert.EndsWith("/scope", browser.Address, StringComparison.Ordinal);
    }

    private static async Task FillAsync(WebBrowser browser)
    {
        await browser.SubmitAsync("", [.. Scope]);
        Assert.Contains("范围内的企业都可以抽取", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("");
        await browser.SubmitAsync("", ("Form.Mode", "Rates"), ("Form.Rows[0].Rate", "12.5"), ("Form.Rows[1].Rate", "20"), ("Form.Rows[2].Rate", "40"), ("Form.Reserve", "1"));
        Assert.EndsWith("/teams", browser.Address, StringComparison.Ordinal);
        await browser.SubmitAsync("", ("Form.Rows[0].Size", "2"));
        await browser.SubmitAsync("", ("Form.Kind", "Ceremony"), ("Form.Witnesses", "区纪委监委\n企业代表"), ("Form.Digits", "6"), ("Form.ListPublished", "AtDraw"));
        Assert.EndsWith("/check", browser.Address, StringComparison.Ordinal);
    }
}

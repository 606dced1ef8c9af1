using Inspection.App.Directory;
using Inspection.App.Jobs;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

public sealed class WorkbenchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_an_empty_system_an_administrator_is_told_step_by_step_what_to_begin_with_and_nobody_else_is()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await WebBrowser.AsAsync(app, Role.Administrator);
        using var scheduler = await WebBrowser.AsAsync(app, Role.Scheduler);

        await administrator.OpenAsync("/console");
        await scheduler.OpenAsync("/console");

        foreach (var step in new[] { "导入企业名录", "导入执法检查人员名录", "建立并公布抽查事项清单", "设立用户，还缺：负责人、执法检查人员、审核员" })
        {
            Assert.Contains(step, administrator.Page, StringComparison.Ordinal);
            Assert.DoesNotContain(step, scheduler.Page, StringComparison.Ordinal);
        }

        Assert.Contains("现在没有待办", scheduler.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_waits_for_every_head_but_the_one_who_wrote_it_and_then_for_the_schedulers()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var planning = fixture.Service<PlanningService>();
        var task = (await planning.CreateTaskAsync(DrawFixture.Terms(), DrawFixture.Person("writer"), Cancellation)).Value;
        using var writer = await WebBrowser.AsAsync(fixture.App, Role.Head, "writer");
        using var head = await WebBrowser.AsAsync(fixture.App, Role.Head, "chief");
        using var scheduler = await WebBrowser.AsAsync(fixture.App, Role.Scheduler);

        await writer.OpenAsync("/console");
        await head.OpenAsync("/console");
        Assert.DoesNotContain($"/console/tasks/{task.Id}", writer.Page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/console/tasks/{task.Id}/approve\"", head.Page, StringComparison.Ordinal);
        await planning.ApproveTaskAsync(task.Id, null, DrawFixture.Person("chief"), Cancellation);
        await head.OpenAsync("/console");
        await scheduler.OpenAsync("/console");

        Assert.DoesNotContain($"/console/tasks/{task.Id}/approve", head.Page, StringComparison.Ordinal);
        Assert.Contains("已批准，可以发布抽取公告", scheduler.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inspector_sees_the_own_visits_with_the_working_days_that_are_left()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var visit = (await fixture.SelectionsOf(id))[0];
        var inspector = (string)visit["teams"]![0]!["inspectors"]![0]!["inspectorId"]!;
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Inspector, "own", DrawFixture.Market, inspector);

        await browser.OpenAsync("/console");

        // From Monday, 2 November, to Monday, 30 November 2026.
        Assert.Contains("您要做的检查", browser.Page, StringComparison.Ordinal);
        Assert.Contains($"/console/visits/{id}/", browser.Page, StringComparison.Ordinal);
        Assert.Contains("还有 20 个工作日", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_that_end_soon_and_jobs_that_were_missed_are_told_to_those_who_see_to_them()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var store = fixture.Service<InspectorStore>();
        var ending = (await store.GetAsync("SJ-001", Cancellation))! with { CertificateExpires = fixture.Service<LocalTime>().Today.AddDays(9) };
        await store.SaveAsync(ending, null, Cancellation);
        await fixture.Service<IEnumerable<IJob>>().Single(static job => job.Name == nameof(WatchDeadlines)).RunAsync(Cancellation);
        await MissAsync(fixture.App);
        using var administrator = await WebBrowser.AsAsync(fixture.App, Role.Administrator);
        using var reviewer = await WebBrowser.AsAsync(fixture.App, Role.Reviewer);

        await administrator.OpenAsync("/console");
        await reviewer.OpenAsync("/console");

        Assert.Contains("/console/inspectors/SJ-001", administrator.Page, StringComparison.Ordinal);
        Assert.Contains("没有做成或错过的自动任务", administrator.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("SJ-001", reviewer.Page, StringComparison.Ordinal);
        await administrator.OpenAsync("/console/jobs");
        Assert.Contains("错过，还没有补做", administrator.Page, StringComparison.Ordinal);
    }

    private static async Task MissAsync(TestApp app)
    {
        var store = app.Service<JobStore>();
        var now = app.Time.GetUtcNow();
        var state = await store.FindOrAddAsync(nameof(WatchDeadlines), now, Cancellation);
        Assert.NotNull(await store.ReplaceAsync(state.Started(now.AddHours(-3), now), Cancellation));
    }
}

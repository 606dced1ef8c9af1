using System.Net;
using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

public sealed class OversightPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_is_dismissed_with_an_answer_or_made_a_task_that_the_head_approves()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var uscc = (string)(await fixture.Scheduler.GetJson("/api/v1/enterprises?limit=1")).Json["items"]![0]!["uscc"]!;
        var (first, second) = (await ReportAsync(fixture, "没有名字的摊位"), await ReportAsync(fixture, "城东早点铺"));
        using var reviewer = await WebBrowser.AsAsync(fixture.App, Role.Reviewer);
        await reviewer.OpenAsync("/console/leads?show=Received");
        Assert.Contains($"href=\"/console/leads/{first}\"", reviewer.Page, StringComparison.Ordinal);

        await reviewer.OpenAsync($"/console/leads/{first}");
        await reviewer.SubmitAsync("", ("Answer", ""));
        Assert.Contains("href=\"#Answer\"", reviewer.Page, StringComparison.Ordinal);
        await reviewer.SubmitAsync("", ("Answer", "查无此处"));
        await reviewer.OpenAsync($"/console/leads/{second}/confirm");
        await reviewer.SubmitAsync("", Confirmation(uscc, ""));
        Assert.Equal(HttpStatusCode.BadRequest, reviewer.Status);
        await reviewer.SubmitAsync("", Confirmation(uscc, "餐饮专项检查"));
        Assert.Equal((HttpStatusCode.OK, "/console/leads"), (reviewer.Status, reviewer.Address));

        var leads = fixture.Service<LeadStore>();
        Assert.Equal(LeadState.Dismissed, (await leads.FindAsync(first, Cancellation))!.State);
        var confirmed = (await leads.FindAsync(second, Cancellation))!;
        var task = (await fixture.Service<TaskStore>().FindAsync(confirmed.TaskId, Cancellation))!;
        Assert.Equal((LeadState.Confirmed, TaskState.Draft, "餐饮专项检查"), (confirmed.State, task.State, task.Terms.Title));
    }

    [Fact]
    public async Task The_head_decides_on_the_watch_list_and_others_read_it()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var uscc = (string)(await fixture.Scheduler.GetJson("/api/v1/enterprises?limit=1")).Json["items"]![0]!["uscc"]!;
        await fixture.Service<WatchListStore>().SaveAsync(
            new WatchEntry { Uscc = uscc, Name = "某企业", State = WatchState.Proposed, Problems = [], Guidance = [], Steps = [] }, Cancellation);
        using var head = await WebBrowser.AsAsync(fixture.App, Role.Head);
        using var reviewer = await WebBrowser.AsAsync(fixture.App, Role.Reviewer);

        await reviewer.OpenAsync($"/console/watch/guidance?uscc={uscc}");
        await reviewer.SubmitAsync("", ("Form.Uscc", uscc), ("Form.On", "2026-10-01"), ("Form.Text", "已约谈负责人"));
        Assert.Equal("/console/watch", reviewer.Address);
        await reviewer.OpenAsync($"/console/watch/{uscc}");
        Assert.Contains("已约谈负责人", reviewer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Enter", reviewer.Page, StringComparison.Ordinal);
        await head.OpenAsync($"/console/watch/{uscc}");
        await head.PressAsync("Enter");
        Assert.Contains("href=\"#Reason\"", head.Page, StringComparison.Ordinal);
        await head.PressAsync("Enter", ("Reason", "指导后仍未改正"));

        Assert.Equal(WatchState.Listed, (await fixture.Service<WatchListStore>().FindAsync(uscc, Cancellation))!.State);
        Assert.Contains("handler=Keep", head.Page, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Confirmation(string uscc, string title) =>
    [
        ("Form.Uscc", uscc), ("Form.Title", title), ("Form.Items", DrawFixture.ItemCode), ("Form.Departments", DrawFixture.Market),
        ("Form.StartsOn", "2026-11-09"), ("Form.EndsOn", "2026-11-30"), ("Form.Kind", "Ceremony"), ("Form.Witnesses", "区纪委监委\r\n企业代表"),
    ];

    private static async Task<string> ReportAsync(DrawFixture fixture, string subject)
    {
        (await fixture.App.Anonymous.PostJson("/api/v1/public/leads", new { subject, text = $"{subject}：卫生状况差" })).Expect(HttpStatusCode.Created);
        return (await fixture.Service<LeadStore>().AllAsync(Cancellation).FirstAsync(lead => lead.Subject == subject, Cancellation)).Id;
    }
}

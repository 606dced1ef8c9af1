using System.Net;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;

namespace Inspection.App.Tests.Pages.Console;

public sealed class PlanPageTests
{
    private static readonly (string, string)[] Typed =
    [
        ("Form.Title", "2026年度抽查计划"), ("Form.Year", "2026"), ("Form.Rates[0].Name", "A"), ("Form.Rates[0].Rate", "2.5"), ("Form.Rates[1].Name", "B"),
        ("Form.Rates[1].Rate", "10"), ("Form.Unclassified", "B"), ("Form.Items", DrawFixture.ItemCode), ("Form.Teams[0].Department", DrawFixture.Market),
        ("Form.Teams[0].Size", "2"), ("Form.IsMonthly", "true"), ("Form.Randomness.Kind", "Ceremony"), ("Form.Randomness.Witnesses", "区纪委监委\n企业代表"),
        ("Form.Randomness.Digits", "6"), ("Form.Reserve", "2"), ("Form.Randomness.ListPublished", "AfterVisits"),
    ];

    [Fact]
    public async Task A_scheduler_writes_a_plan_and_another_person_who_is_head_approves_it()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var scheduler = await WebBrowser.AsAsync(fixture.App, Role.Scheduler, "writer");
        using var head = await WebBrowser.AsAsync(fixture.App, Role.Head, "chief");
        await scheduler.OpenAsync("/console/plans/edit");
        await scheduler.SubmitAsync("", Typed);
        Assert.Contains("待负责人批准", scheduler.Page, StringComparison.Ordinal);

        await head.OpenAsync(scheduler.Address + "/approve");
        await head.SubmitAsync("");

        Assert.Contains("已批准，计划已公开", head.Page, StringComparison.Ordinal);
        var plan = await fixture.Service<PlanStore>().AllAsync(TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("chief", 250, "AfterVisits"), (plan.ApprovedBy, plan.Terms.Rates["A"], plan.Terms.Monthly!.ListPublished.ToString()));
        Assert.Equal(["区纪委监委", "企业代表"], plan.Terms.Monthly.Entropy.Witnesses!);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_plan_is_told_at_once_at_its_field()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var browser = await WebBrowser.AsAsync(fixture.App, Role.Scheduler, "writer");
        await browser.OpenAsync("/console/plans/edit");

        await browser.SubmitAsync("", [.. Typed, ("Form.Title", ""), ("Form.Rates[0].Rate", "一半"), ("Form.Teams[0].Size", "1"), ("Form.Items", "NO-SUCH")]);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        foreach (var field in new[] { "Form_Title", "Form_Rates_0__Rate", "Form_Teams", "Form_Items" })
            Assert.Contains($"href=\"#{field}\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("区纪委监委", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_approves_only_what_was_read()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var scheduler = await WebBrowser.AsAsync(fixture.App, Role.Scheduler, "writer");
        using var head = await WebBrowser.AsAsync(fixture.App, Role.Head, "chief");
        await scheduler.OpenAsync("/console/plans/edit");
        await scheduler.SubmitAsync("", Typed);
        var address = scheduler.Address;
        await head.OpenAsync(address + "/approve");
        await scheduler.OpenAsync(address.Replace("/plans/", "/plans/edit/", StringComparison.Ordinal));
        await scheduler.SubmitAsync("", [.. Typed, ("Form.Rates[0].Rate", "100")]);

        await head.SubmitAsync("");

        Assert.Equal(HttpStatusCode.PreconditionFailed, head.Status);
        Assert.Contains("A 类 100%", head.Page, StringComparison.Ordinal);
    }
}

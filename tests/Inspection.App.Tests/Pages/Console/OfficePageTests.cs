using System.Net;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>Working days, settings, the audit log and the check items' list.</summary>
public sealed class OfficePageTests
{
    [Fact]
    public async Task A_day_off_that_is_entered_moves_the_terms_and_is_taken_back_again()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        var day = new DateOnly(2026, 11, 16);
        await browser.OpenAsync("/console/holidays/edit/2026-11-16");

        await browser.SubmitAsync("", ("Form.Kind", "Holiday"), ("Form.Name", "区庆"), ("Form.Source", "区政府公告"));
        Assert.Contains("区政府公告（本机关录入）", browser.Page, StringComparison.Ordinal);
        Assert.False((await app.Service<WorkingDays>().ReadAsync(TestContext.Current.CancellationToken)).IsWorkingDay(day));
        await browser.OpenAsync("/console/holidays/edit/2026-11-16");
        await browser.SubmitAsync("handler=Remove");

        Assert.True((await app.Service<WorkingDays>().ReadAsync(TestContext.Current.CancellationToken)).IsWorkingDay(day));
    }

    [Fact]
    public async Task Settings_are_shown_as_they_are_in_force_and_a_secret_is_not()
    {
        await using var app = await TestApp.StartAsync(
            ("Rules:TeamMinimum", "3"), ("SignIn:Authority", "https://id.example"), ("SignIn:ClientId", "inspection"), ("SignIn:ClientSecret", "s3cr3t-value"));
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);

        await browser.OpenAsync("/en/console/settings");

        Assert.Matches("Rules:TeamMinimum</code></th>\\s*<td[^>]*><span[^>]*>3</span></td>\\s*<td[^>]*>the host<", browser.Page);
        Assert.Matches("Rules:PublicationWorkingDays</code></th>\\s*<td[^>]*><span[^>]*>20</span></td>\\s*<td[^>]*>the program&#x27;s default<|the program's default", browser.Page);
        Assert.Contains("SignIn:ClientSecret", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t-value", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_log_is_found_by_day_user_and_subject_in_the_address()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await WebBrowser.AsAsync(app, Role.Administrator);
        await administrator.OpenAsync("/console/users/edit");
        await administrator.SubmitAsync("", ("Form.Name", "hanmeimei"), ("Form.Roles", Role.Auditor));
        using var auditor = await WebBrowser.AsAsync(app, Role.Auditor);
        var today = app.Service<LocalTime>().Today;

        await auditor.OpenAsync($"/console/audit?from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}&actor=administrator&subject=users");
        Assert.Contains("users/edit", auditor.Page, StringComparison.Ordinal);
        await auditor.OpenAsync($"/console/audit?from={today.AddDays(1):yyyy-MM-dd}");

        Assert.Contains("没有符合条件的日志", auditor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_items_are_published_at_once_after_the_page_said_which()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/items/starter");
        await browser.SubmitAsync("");
        Assert.Contains("个事项，请逐项核对后修改", browser.Page, StringComparison.Ordinal);
        using var api = await app.ClientAs(Role.Administrator);
        var codes = (await api.GetJson("/api/v1/items?limit=2")).Expect(HttpStatusCode.OK).Json["items"]!.Select(item => (string)item["code"]!).ToList();

        foreach (var published in new[] { false, true })
        {
            await browser.OpenAsync($"/console/items/publish?published={published}&code={codes[0]}&code={codes[1]}");
            if (browser.Page.Contains("没有需要改动的事项", StringComparison.Ordinal))
                continue;
            Assert.Contains(codes[1], browser.Page, StringComparison.Ordinal);
            await browser.SubmitAsync("", ("code", codes[0]), ("code", codes[1]));
            Assert.Contains(published ? "已公布" : "已撤下", browser.Page, StringComparison.Ordinal);
        }
    }
}

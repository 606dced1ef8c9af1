using System.Net;
using Inspection.App.Directory;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>What holds for every form of the console, seen at that of an enterprise.</summary>
public sealed class FormTests
{
    private const string Code = "91379901MA00000004";
    private const string Edit = "/console/enterprises/edit/" + Code;

    private static readonly (string, string)[] Typed =
        [("Form.Name", "青檀餐饮有限公司"), ("Form.RiskClass", "B"), ("Form.District", "青檀区"), ("Form.Status", "存续"), ("Form.Tags", "网络餐饮、学校周边")];

    [Fact]
    public async Task A_form_that_is_refused_shows_what_was_typed_with_the_reason_at_its_field()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/enterprises/edit");

        await browser.SubmitAsync("", [("Form.Uscc", Code), .. Typed, ("Form.RiskClass", "A?"), ("Form.RegisteredOn", "2019-03-05")]);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("href=\"#Form_RiskClass\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_RiskClass-error\"", browser.Page, StringComparison.Ordinal);
        Assert.Equal("青檀餐饮有限公司", browser.ValueOf("Form.Name"));
        Assert.Equal("2019-03-05", browser.ValueOf("Form.RegisteredOn"));
        Assert.Contains("<code>bad-value</code>", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_is_told_in_the_readers_language()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);

        await browser.OpenAsync("/console/enterprises/edit");
        await browser.SubmitAsync("", [("Form.Uscc", Code), .. Typed, ("Form.RegisteredOn", "昨天")]);
        Assert.Contains("“昨天”不是这里要填的格式", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync("/en/console/enterprises/edit");
        await browser.SubmitAsync("", [("Form.Uscc", Code), .. Typed, ("Form.RegisteredOn", "昨天")]);

        Assert.Contains("is not what is wanted here", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_twice_is_done_once_and_answered_the_same()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/enterprises/edit");
        var (address, fields) = browser.Fill("", [("Form.Uscc", Code), .. Typed]);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            // Done anew, the second would be refused, since the enterprise is there.
            using var form = new FormUrlEncodedContent(fields);
            await browser.SendAsync(HttpMethod.Post, address, form);
            Assert.Equal((HttpStatusCode.OK, $"/console/enterprises/{Code}"), (browser.Status, browser.Address));
            Assert.Contains("已保存", browser.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_who_change_the_same_the_second_sees_both_versions_and_decides()
    {
        await using var app = await TestApp.StartAsync();
        await PutAsync(app, "旧名称");
        using var first = await WebBrowser.AsAsync(app, Role.Administrator, "first");
        using var second = await WebBrowser.AsAsync(app, Role.Administrator, "second");
        await first.OpenAsync(Edit);
        await second.OpenAsync(Edit);

        await first.SubmitAsync("", [.. Typed, ("Form.Name", "甲的名称")]);
        await second.SubmitAsync("", [.. Typed, ("Form.Name", "乙的名称")]);

        Assert.Equal(HttpStatusCode.PreconditionFailed, second.Status);
        Assert.Contains("甲的名称", second.Page, StringComparison.Ordinal);
        Assert.Equal("乙的名称", second.ValueOf("Form.Name"));
        await second.SubmitAsync("", [.. Typed, ("Form.Name", "乙的名称")]);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal("乙的名称", (await NowAsync(app))!.Name);
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_lost_when_the_session_ends_in_the_middle()
    {
        await using var app = await TestApp.StartAsync();
        await PutAsync(app, "旧名称");
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync(Edit);
        browser.Forget("inspection-session");

        await browser.SubmitAsync("", [.. Typed, ("Form.Name", "写了很久的名称")]);
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        Assert.Contains("您填写的内容没有丢失", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("写了很久的名称", browser.Page, StringComparison.Ordinal);
        using var token = await app.ClientAs(Role.Administrator);
        await browser.SubmitAsync("/sign-in", ("token", token.DefaultRequestHeaders.Authorization!.Parameter!));
        Assert.Contains("您已登录", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("/console/enterprises/edit");

        Assert.Equal((HttpStatusCode.OK, "写了很久的名称"), (browser.Status, browser.ValueOf("Form.Name")));
        Assert.Equal("旧名称", (await NowAsync(app))!.Name);
        await browser.SubmitAsync("", [.. Typed, ("Form.Name", browser.ValueOf("Form.Name"))]);
        Assert.Equal("写了很久的名称", (await NowAsync(app))!.Name);
    }

    [Fact]
    public async Task A_form_that_somebody_else_opened_in_this_browser_is_kept_too()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator, "first");
        await browser.OpenAsync("/console/enterprises/edit");
        var (name, value) = await WebBrowser.SessionAsync(app, Role.Administrator, "second");
        browser.Take(name, value);

        await browser.SubmitAsync("", [("Form.Uscc", Code), .. Typed]);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.SubmitAsync("/console/enterprises/edit");

        Assert.Equal((HttpStatusCode.OK, Code), (browser.Status, browser.ValueOf("Form.Uscc")));
    }

    [Fact]
    public async Task A_step_that_cannot_be_taken_back_is_done_once_its_phrase_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        await PutAsync(app, "要移除的企业");
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync(Edit);

        await browser.SubmitAsync("handler=Delete", ("Typed", "是"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(await NowAsync(app));
        await browser.SubmitAsync("handler=Delete", ("Typed", Code));

        Assert.Equal((HttpStatusCode.OK, "/console/enterprises"), (browser.Status, browser.Address));
        Assert.Null(await NowAsync(app));
    }

    [Fact]
    public async Task The_audit_log_says_what_a_page_changed_as_it_says_it_of_the_API()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/enterprises/edit");
        await browser.SubmitAsync("", [("Form.Uscc", "123"), .. Typed]);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await browser.SubmitAsync("", [("Form.Uscc", Code), .. Typed]);
        using var auditor = await app.ClientAs(Role.Auditor);

        var entries = (await auditor.GetJson("/api/v1/audit?actor=administrator")).Expect(HttpStatusCode.OK).Json["items"]!;

        Assert.Equal(["done", "bad-value"], entries.Select(entry => (string?)entry["outcome"]));
        Assert.All(entries, entry => Assert.Equal("POST enterprises/edit/{uscc?}", (string?)entry["action"]));
    }

    private static async Task PutAsync(TestApp app, string name)
    {
        var enterprise = new Enterprise { Uscc = UnifiedSocialCreditCode.Parse(Code), Name = name, District = "青檀区", Status = "存续" };
        Assert.False((await app.Service<EnterpriseStore>().SaveAsync(enterprise, null, TestContext.Current.CancellationToken)).IsRefused(out _));
    }

    private static Task<Enterprise?> NowAsync(TestApp app) =>
        app.Service<EnterpriseStore>().GetAsync(UnifiedSocialCreditCode.Parse(Code), TestContext.Current.CancellationToken);
}

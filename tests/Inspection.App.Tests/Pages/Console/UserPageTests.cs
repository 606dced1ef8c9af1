using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

public sealed partial class UserPageTests
{
    [Fact]
    public async Task A_user_is_added_gets_a_token_that_is_shown_once_and_signs_in_with_it()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/users/edit");
        await browser.SubmitAsync("", ("Form.Name", "李雷"), ("Form.Roles", Role.Scheduler), ("Form.Department", "市场监管局"));
        await browser.SubmitAsync("handler=Token", ("Days", "30"));

        var token = Token().Match(browser.Page).Value;
        await browser.OpenAsync(browser.Address);

        Assert.DoesNotMatch(Token(), browser.Page);
        using var other = new WebBrowser(app);
        await other.OpenAsync("/sign-in");
        await other.SubmitAsync("/sign-in", ("token", token));
        Assert.Equal("/console", other.Address);
        Assert.Contains("李雷", other.Page, StringComparison.Ordinal);
        Assert.Contains("市场监管局", other.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_form_that_comes_twice_makes_one_token_and_shows_it_both_times()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/users/administrator");
        var (address, fields) = browser.Fill("handler=Token", ("Days", "30"));

        var shown = new List<string>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var form = new FormUrlEncodedContent(fields);
            await browser.SendAsync(HttpMethod.Post, address, form);
            shown.Add(Token().Match(browser.Page).Value);
        }

        Assert.Equal(shown[0], shown[1]);
        Assert.NotEmpty(shown[0]);
        var user = (await app.Service<UserStore>().GetAsync("administrator", TestContext.Current.CancellationToken))!;
        // The other one is that of the test's own client.
        Assert.Equal(2, (await app.Service<TokenStore>().ListAsync(user, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task What_is_wrong_with_a_user_is_told_at_its_field_and_the_ticked_roles_stay_ticked()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/users/edit");

        await browser.SubmitAsync("", ("Form.Name", "-"), ("Form.Roles", Role.Head));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("href=\"#Form_Name\"", browser.Page, StringComparison.Ordinal);
        Assert.Matches("value=\"head\"[^>]*checked|checked[^>]*value=\"head\"", browser.Page);
        Assert.DoesNotMatch("value=\"auditor\"[^>]*checked|checked[^>]*value=\"auditor\"", browser.Page);
    }

    [Fact]
    public async Task The_last_administrator_is_not_deleted_and_the_page_says_where_to_make_another()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await WebBrowser.AsAsync(app, Role.Administrator);
        await browser.OpenAsync("/console/users/administrator");

        await browser.SubmitAsync("handler=Delete", ("Typed", "administrator"));

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("<code>last-administrator</code>", browser.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"/console/users\"", browser.Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("inspection_[0-9a-f]{16}_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();
}

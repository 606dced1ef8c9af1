using System.Net;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

public sealed class SignInPageTests
{
    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_and_with_a_token_back_to_what_was_wanted()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = new WebBrowser(app);
        await browser.OpenAsync("/en/console?x=1");
        Assert.Equal("/en/sign-in?returnUrl=%2Fen%2Fconsole%3Fx%3D1", browser.Address);

        await browser.SubmitAsync("/sign-in", ("token", "inspection_wrong"));
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("wrong, expired or revoked", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("/sign-in", ("token", await TokenAsync(app, Role.Scheduler)));

        Assert.Equal((HttpStatusCode.OK, "/en/console?x=1"), (browser.Status, browser.Address));
        Assert.Contains("Scheduler", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_leads_to_no_other_site_and_a_sign_out_ends_it()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = new WebBrowser(app);

        await browser.OpenAsync("/sign-in?returnUrl=//evil.example");
        await browser.SubmitAsync("/sign-in", ("token", await TokenAsync(app, Role.Auditor)));
        Assert.Equal("/console", browser.Address);
        await browser.SubmitAsync("handler=out");

        Assert.Contains("您已退出登录", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync("/console");
        Assert.StartsWith("/sign-in?", browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_the_console_is_kept_by_a_cache()
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous;
        var (name, value) = await WebBrowser.SessionAsync(app, Role.Administrator);
        client.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");

        using var answer = await client.GetAsync(new Uri("/console", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static async Task<string> TokenAsync(TestApp app, string role)
    {
        using var client = await app.ClientAs(role);
        return client.DefaultRequestHeaders.Authorization!.Parameter!;
    }
}

using System.Net;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Security;

public sealed class SignInTests
{
    private const string OwnOrigin = "http://localhost";

    [Fact]
    public async Task The_link_makes_the_administrator_and_signs_in_once()
    {
        await using var app = await TestApp.StartAsync();
        var link = await LinkAsync(app);
        using var browser = app.Anonymous;

        var answer = (await browser.GetJson(link)).Expect(HttpStatusCode.Redirect);

        var cookie = answer.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal("administrator", (string?)(await browser.GetJson("/api/v1/me")).Json["name"]);
        using var second = app.Anonymous;
        (await second.GetJson(link)).ExpectRefusal(HttpStatusCode.Forbidden, "link-void");
        Assert.Null(await app.Service<FirstSignIn>().OfferAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Over_https_the_cookie_stays_on_https()
    {
        await using var app = await TestApp.StartAsync();
        var link = await LinkAsync(app);
        using var browser = app.Anonymous;
        browser.BaseAddress = new Uri("https://localhost");

        Assert.Contains("secure", (await browser.GetJson(link)).Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_many_that_open_the_link_at_once_one_is_signed_in()
    {
        await using var app = await TestApp.StartAsync();
        var link = await LinkAsync(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.Anonymous.GetJson(link))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_link_runs_out_after_an_hour()
    {
        await using var app = await TestApp.StartAsync();
        var link = await LinkAsync(app);
        app.Time.Advance(TimeSpan.FromHours(1));

        (await app.Anonymous.GetJson(link)).ExpectRefusal(HttpStatusCode.Forbidden, "link-void");
    }

    [Fact]
    public async Task A_newer_link_ends_the_one_before_and_a_made_up_one_opens_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var older = await LinkAsync(app);
        var newer = await LinkAsync(app);

        (await app.Anonymous.GetJson(older)).ExpectRefusal(HttpStatusCode.Forbidden, "link-void");
        (await app.Anonymous.GetJson("/sign-in/AAAA")).ExpectRefusal(HttpStatusCode.Forbidden, "link-void");
        (await app.Anonymous.GetJson(newer)).Expect(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("Origin", OwnOrigin, true)]
    [InlineData("Origin", "http://localhost.evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("X-Other", "nothing", false)]
    public async Task A_browser_changes_something_from_this_sites_own_pages_only(string header, string value, bool allowed)
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await BrowserAsync(app);
        browser.DefaultRequestHeaders.Add(header, value);

        var answer = await browser.PostJson("/api/v1/users", new { name = "new", roles = new[] { Role.Auditor } });

        if (allowed)
            answer.Expect(HttpStatusCode.Created);
        else
            answer.ExpectRefusal(HttpStatusCode.Forbidden, "other-origin");
        (await browser.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_when_its_user_signs_out_is_revoked_or_eight_hours_pass()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await BrowserAsync(app);
        browser.DefaultRequestHeaders.Add("Origin", OwnOrigin);

        var end = (await browser.PostJson("/sign-out")).Expect(HttpStatusCode.NoContent);
        Assert.Contains("expires=Thu, 01 Jan 1970", end.Headers["Set-Cookie"], StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));
        (await browser.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_ends_at_once_when_access_is_revoked()
    {
        await using var app = await TestApp.StartAsync();
        using var browser = await BrowserAsync(app);
        using var other = await app.ClientAs(Role.Administrator, "other");

        (await other.DeleteJson("/api/v1/users/administrator/tokens")).Expect(HttpStatusCode.NoContent);

        (await browser.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_outlives_a_start_of_the_service_since_its_keys_are_stored()
    {
        await using var app = await TestApp.StartAsync();
        using var before = await BrowserAsync(app);
        var cookie = before.DefaultRequestHeaders.GetValues("Cookie").Single();
        await app.RestartAsync();
        using var after = app.Anonymous;
        after.DefaultRequestHeaders.Add("Cookie", cookie);

        (await after.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);
    }

    private static async Task<string> LinkAsync(TestApp app) =>
        $"/sign-in/{(await app.Service<FirstSignIn>().OfferAsync(TestContext.Current.CancellationToken))!.Value.Secret}";

    private static async Task<HttpClient> BrowserAsync(TestApp app)
    {
        var browser = app.Anonymous;
        var answer = await browser.GetJson(await LinkAsync(app));
        browser.DefaultRequestHeaders.Add("Cookie", answer.Headers["Set-Cookie"].Split(';')[0]);
        return browser;
    }
}

using System.Net;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Security;

public sealed class ProviderPagesTests
{
    [Fact]
    public async Task Whoever_the_provider_signs_in_has_a_session_and_is_led_where_they_wanted()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Provider.Person = new("4711", "li.lei") { DisplayName = "李雷", Roles = [Role.Head, "something-else"], Department = "市场监管局" };
        using var browser = site.Browser();

        var (answer, way) = await browser.VisitAsync("/sign-in/provider?returnUrl=%2Fapi%2Fv1%2Fme");

        var me = answer.Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("li.lei", "市场监管局"), ((string?)me["name"], (string?)me["department"]));
        Assert.Equal([Role.Head], me["roles"]!.Select(role => (string?)role));
        Assert.Contains(way, address => address.Authority == site.Provider.Authority.Authority && address.Query.Contains("code_challenge_method=S256", StringComparison.Ordinal));
        var audit = await site.App.Service<AuditLog>().ListAsync(new AuditFilter(null, null, "li.lei", null), 10, null, TestContext.Current.CancellationToken);
        Assert.Equal("sign-in", Assert.Single(audit.Items).Action);
    }

    [Fact]
    public async Task A_sign_in_from_an_English_page_returns_to_the_one_address_that_the_provider_knows()
    {
        await using var site = await ProviderSite.StartAsync();
        using var browser = site.Browser();

        var (answer, way) = await browser.VisitAsync("/en/sign-in/provider?returnUrl=%2Fen%2Fdraws");

        answer.Expect(HttpStatusCode.OK);
        Assert.Equal(("/sign-in/callback", "/en/draws"), (way[^2].AbsolutePath, way[^1].AbsolutePath));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task A_sign_in_leads_to_no_other_site(string returnUrl)
    {
        await using var site = await ProviderSite.StartAsync();
        using var browser = site.Browser();

        var (_, way) = await browser.VisitAsync($"/sign-in/provider?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal("/console", way[^1].AbsolutePath);
        Assert.DoesNotContain(way, address => address.Host.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_keeps_one_name_whatever_the_provider_calls_them_later()
    {
        await using var site = await ProviderSite.StartAsync();
        await site.SignInAsync(new("4711", "li.lei"));

        var me = await site.SignInAsync(new("4711", "li.hanmeimei") { Roles = [Role.Auditor] });

        Assert.Equal("li.lei", (string?)me.Json["name"]);
        Assert.Equal([Role.Auditor], me.Json["roles"]!.Select(role => (string?)role));
    }

    [Fact]
    public async Task Another_person_of_the_same_name_does_not_take_it_over()
    {
        await using var site = await ProviderSite.StartAsync();
        using var local = await site.App.ClientAs(Role.Administrator, "zhao");
        await site.SignInAsync(new("4711", "li.lei"));

        (await site.SignInAsync(new("4712", "Li.Lei"))).ExpectRefusal(HttpStatusCode.Conflict, "user-name-taken");
        (await site.SignInAsync(new("4713", "zhao"))).ExpectRefusal(HttpStatusCode.Conflict, "user-name-taken");
    }

    [Fact]
    public async Task Who_is_disabled_here_does_not_come_in_and_a_session_ends_at_once()
    {
        await using var site = await ProviderSite.StartAsync();
        using var administrator = await site.App.ClientAs(Role.Administrator);
        using var browser = site.Browser();
        await browser.VisitAsync("/sign-in/provider");
        var change = new { roles = new[] { Role.Scheduler }, disabled = true };
        (await administrator.PutJson("/api/v1/users/li.lei", change)).Expect(HttpStatusCode.OK);

        (await browser.GetAsync(ProviderSite.Address("/api/v1/me"))).Expect(HttpStatusCode.Unauthorized);
        (await site.SignInAsync(new("4711", "li.lei"))).ExpectRefusal(HttpStatusCode.Forbidden, "user-disabled");
    }

    [Fact]
    public async Task What_the_provider_says_of_a_person_is_changed_at_the_provider()
    {
        await using var site = await ProviderSite.StartAsync();
        using var administrator = await site.App.ClientAs(Role.Administrator);
        await site.SignInAsync(new("4711", "li.lei"));

        (await administrator.PutJson("/api/v1/users/li.lei", new { roles = new[] { Role.Administrator } }))
            .ExpectRefusal(HttpStatusCode.Conflict, "user-from-provider");
        Assert.True((bool?)(await administrator.GetJson("/api/v1/users/li.lei")).Json["fromProvider"]);
        (await administrator.DeleteJson("/api/v1/users/li.lei")).Expect(HttpStatusCode.NoContent);
        (await site.SignInAsync(new("4711", "li.lei"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_administrator_whom_the_provider_demotes_is_none_even_if_the_last()
    {
        await using var site = await ProviderSite.StartAsync();
        await site.SignInAsync(new("4711", "li.lei") { Roles = [Role.Administrator] });

        var me = await site.SignInAsync(new("4711", "li.lei") { Roles = [Role.Auditor] });

        Assert.Equal([Role.Auditor], me.Json["roles"]!.Select(role => (string?)role));
    }

    [Theory]
    [InlineData("unknown-role", "no-role")]
    [InlineData("", "no-role")]
    public async Task Who_has_no_role_is_told_what_to_ask_for(string role, string rule)
    {
        await using var site = await ProviderSite.StartAsync();

        (await site.SignInAsync(new("4711", "li.lei") { Roles = [role] })).ExpectRefusal(HttpStatusCode.Forbidden, rule);
    }

    [Fact]
    public async Task Roles_may_have_other_names_at_the_provider()
    {
        await using var site = await ProviderSite.StartAsync(("SignIn:Roles:head", "局长, 副局长"), ("SignIn:Roles:auditor", "审计"));

        var me = await site.SignInAsync(new("4711", "li.lei") { Roles = ["副局长", Role.Auditor, Role.Reviewer] });

        Assert.Equal([Role.Head, Role.Reviewer], me.Json["roles"]!.Select(role => (string?)role));
    }

    [Fact]
    public async Task A_claim_that_is_not_sent_is_named_with_its_setting()
    {
        await using var site = await ProviderSite.StartAsync(("SignIn:NameClaim", "upn"));

        var refused = (await site.SignInAsync(new("4711", "li.lei"))).ExpectRefusal(HttpStatusCode.Forbidden, "provider-claims");

        Assert.Contains("SignIn:NameClaim", (string?)refused.Json["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in/callback?error=access_denied&state=x")]
    [InlineData("/sign-in/callback?code=made-up&state=made-up")]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in(string path)
    {
        await using var site = await ProviderSite.StartAsync();
        using var browser = site.Browser();

        (await browser.VisitAsync(path)).Answer.ExpectRefusal(HttpStatusCode.Forbidden, "sign-in-failed");
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task Another_browser_cannot_finish_a_sign_in_that_this_one_began()
    {
        await using var site = await ProviderSite.StartAsync();
        using var mine = site.Browser();
        using var theirs = site.Browser();
        var begun = await mine.GetAsync(ProviderSite.Address("/sign-in/provider"));
        var answered = await mine.GetAsync(new Uri(begun.Location!));

        (await theirs.GetAsync(new Uri(answered.Location!))).ExpectRefusal(HttpStatusCode.Forbidden, "sign-in-failed");
    }

    [Fact]
    public async Task A_page_that_needs_a_sign_in_leads_there_and_the_api_answers_401()
    {
        await using var app = await TestApp.StartAsync(ProbeController.Options);
        using var browser = new Browser(app.Anonymous);

        var led = await browser.GetAsync(ProviderSite.Address("/probe/page?state=open"));

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?returnUrl=%2Fprobe%2Fpage%3Fstate%3Dopen"), (led.Status, led.Location));
        (await browser.GetAsync(ProviderSite.Address("/api/v1/tasks"))).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await app.Anonymous.GetJson("/probe/page")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await app.Anonymous.GetJson("/api/v1/tasks")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await app.Anonymous.PostJson("/api/v1/tasks", new { })).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await app.Anonymous.GetJson("/sign-in/provider")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Local_tokens_and_links_can_be_turned_off()
    {
        await using var site = await ProviderSite.StartAsync(("SignIn:LocalTokens", "false"));
        using var client = await site.App.ClientAs(Role.Administrator);

        (await client.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
        Assert.Null(await site.App.Service<FirstSignIn>().OfferAsync(TestContext.Current.CancellationToken));
        using var administrator = site.App.ClientWith(await site.TokenAsync(new("1", "wang") { Roles = [Role.Administrator] }));
        (await administrator.PostJson("/api/v1/users/wang/tokens")).ExpectRefusal(HttpStatusCode.Conflict, "local-tokens-off");
    }

    [Fact]
    public async Task Two_instances_on_one_store_share_sessions_and_half_done_sign_ins()
    {
        await using var site = await ProviderSite.StartAsync();
        await using var second = await TestApp.StartAsync([.. site.Provider.Settings, ("Storage:Path", site.App.StorePath)]);
        using var browser = site.Browser();
        using var there = new Browser(second.Anonymous);
        var begun = await browser.GetAsync(ProviderSite.Address("/sign-in/provider?returnUrl=%2Fapi%2Fv1%2Fme"));
        there.Take(browser.Cookies);
        var answered = await there.GetAsync(new Uri(begun.Location!));

        (await there.GetAsync(new Uri(answered.Location!))).Expect(HttpStatusCode.Redirect);
        browser.Take(there.Cookies);

        Assert.Equal("li.lei", (string?)(await browser.GetAsync(ProviderSite.Address("/api/v1/me"))).Json["name"]);
    }

    [Theory]
    [InlineData("SignIn:Authority", "http://provider.example/", "https")]
    [InlineData("SignIn:ClientId", "pages", "SignIn:Authority")]
    [InlineData("SignIn:LocalTokens", "false", "nobody could sign in")]
    [InlineData("SignIn:Roles:boss", "x", "SignIn:Roles:boss")]
    [InlineData("SignIn:Scope", "profile", "openid")]
    public async Task Settings_that_cannot_work_stop_the_start(string name, string value, string mention)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync((name, value)));

        Assert.Contains(mention, refusal.Message, StringComparison.Ordinal);
    }
}

/// <summary>An app that signs in at a provider, both on one clock.</summary>
internal sealed class ProviderSite(TestApp app, IdentityProvider provider) : IAsyncDisposable
{
    public TestApp App => app;

    public IdentityProvider Provider => provider;

    public static async Task<ProviderSite> StartAsync(params (string Name, string Value)[] settings)
    {
        var time = new ManualTime();
        var provider = await IdentityProvider.StartAsync(time);
        var app = await TestApp.StartAsync(new TestAppOptions { Settings = [.. provider.Settings, .. settings] });
        return new ProviderSite(app, provider);
    }

    public Browser Browser() => new(app.Anonymous);

    public static Uri Address(string path) => new(new Uri("http://localhost"), path);

    /// <summary>What this person sees who signs in with a new browser and asks who they are.</summary>
    public async Task<Answer> SignInAsync(Person person)
    {
        provider.Person = person;
        using var browser = Browser();
        return (await browser.VisitAsync("/sign-in/provider?returnUrl=%2Fapi%2Fv1%2Fme")).Answer;
    }

    public Task<string> TokenAsync(Person person)
    {
        provider.Person = person;
        return provider.TokenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await provider.DisposeAsync();
    }
}

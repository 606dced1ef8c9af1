using System.Net;
using Inspection.App.Tests.Security;
using Inspection.App.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Hosting;

/// <summary>Requests over the network, which come from the loopback address as from a proxy on this machine.</summary>
public sealed class ProxyTests
{
    private const string Loopback = "10.9.0.0/16, 127.0.0.1";

    [Theory]
    [InlineData(Loopback, "https://inspect.example")]
    [InlineData("10.9.0.0/16", null)]
    [InlineData("", null)]
    public async Task A_sign_in_returns_to_the_address_that_a_known_proxy_names(string known, string? address)
    {
        await using var provider = await IdentityProvider.StartAsync(new ManualTime());
        await using var app = await StartAsync([.. provider.Settings, ("Proxy:Known", known)]);

        var answer = (await AskAsync(app, "/sign-in/provider", "203.0.113.7")).Expect(HttpStatusCode.Redirect);

        var expected = address ?? app.Anonymous.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Contains($"redirect_uri={Uri.EscapeDataString($"{expected}/sign-in/callback")}", answer.Location, StringComparison.Ordinal);
        Assert.Equal(address is not null, answer.Headers["Set-Cookie"].Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_sign_in_returns_to_the_public_address_whatever_a_request_says()
    {
        await using var provider = await IdentityProvider.StartAsync(new ManualTime());
        await using var app = await StartAsync([.. provider.Settings, ("Proxy:PublicAddress", "https://public.example:8443")]);

        var answer = (await AskAsync(app, "/sign-in/provider", "203.0.113.7")).Expect(HttpStatusCode.Redirect);

        Assert.Contains(
            $"redirect_uri={Uri.EscapeDataString("https://public.example:8443/sign-in/callback")}", answer.Location, StringComparison.Ordinal);
        Assert.Contains("secure", answer.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Loopback, HttpStatusCode.Unauthorized)]
    [InlineData("10.9.0.0/16", HttpStatusCode.TooManyRequests)]
    public async Task Clients_behind_a_known_proxy_are_told_apart_by_their_own_address(string known, HttpStatusCode second)
    {
        await using var app = await StartAsync([("Proxy:Known", known), ("Limits:RequestsPerMinute", "1")]);
        (await AskAsync(app, "/api/v1/me", "203.0.113.7")).Expect(HttpStatusCode.Unauthorized);

        (await AskAsync(app, "/api/v1/me", "198.51.100.9")).Expect(second);
    }

    [Fact]
    public async Task What_a_client_says_beyond_the_known_proxies_is_not_believed()
    {
        await using var app = await StartAsync([("Proxy:Known", Loopback), ("Limits:RequestsPerMinute", "1")]);
        (await AskAsync(app, "/api/v1/me", "192.0.2.1, 203.0.113.7")).Expect(HttpStatusCode.Unauthorized);

        (await AskAsync(app, "/api/v1/me", "192.0.2.2, 203.0.113.7")).Expect(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("Proxy:Known", "my-proxy", "my-proxy")]
    [InlineData("Proxy:Known", "10.0.0.0/33", "10.0.0.0/33")]
    [InlineData("Proxy:Hops", "0", "Proxy:Hops")]
    [InlineData("Proxy:PublicAddress", "inspect.example", "Proxy:PublicAddress")]
    [InlineData("Proxy:PublicAddress", "https://inspect.example/app", "Proxy:PublicAddress")]
    public async Task Settings_that_cannot_be_read_stop_the_start(string name, string value, string mention)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync((name, value)));

        Assert.Contains(mention, refusal.Message, StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(IReadOnlyList<(string Name, string Value)> settings) =>
        TestApp.StartAsync(new TestAppOptions { Kestrel = true, Settings = settings });

    private static async Task<Answer> AskAsync(TestApp app, string path, string forwardedFor)
    {
        using var client = app.Anonymous;
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "inspect.example");
        return await client.GetJson(path);
    }
}

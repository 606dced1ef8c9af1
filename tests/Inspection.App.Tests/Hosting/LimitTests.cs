using System.Globalization;
using System.Net;
using Inspection.App.Hosting;
using Inspection.App.Security;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Hosting;

public sealed class LimitTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task An_address_that_asks_too_often_waits_and_health_is_still_told()
    {
        await using var app = await TestApp.StartAsync(("Limits:RequestsPerMinute", "3"));
        using var client = app.Anonymous;
        for (var i = 0; i < 3; i++)
            (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);

        var answer = (await client.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.TooManyRequests, "too-many-requests");

        Assert.InRange(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        (await client.GetJson("/healthz")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_limit_of_requests_can_be_left_to_a_gateway()
    {
        await using var app = await TestApp.StartAsync(("Limits:RequestsPerMinute", "0"));
        using var client = app.Anonymous;

        for (var i = 0; i < 700; i++)
            (await client.GetJson("/healthz/none")).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    public void An_address_is_counted_as_its_subscriber(string one, string other, bool same) =>
        Assert.Equal(same, AddressLimiter.CounterOf(IPAddress.Parse(one)) == AddressLimiter.CounterOf(IPAddress.Parse(other)));

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_it_says_its_length(bool kestrel, bool chunked)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Kestrel = kestrel, Settings = [("Limits:BodyMegabytes", "1")],
        });
        using var client = await app.ClientAs(Role.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/users");
        request.Content = new StringContent("{\"name\":\"" + new string('x', Megabyte) + "\"}", null, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = kestrel;

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        (await Answer.OfAsync(response)).ExpectRefusal(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Theory]
    [InlineData("Limits:RequestsPerMinute", "-1", "Limits:RequestsPerMinute")]
    [InlineData("Limits:FormsPerHour", "-1", "Limits:FormsPerHour")]
    [InlineData("Limits:BodyMegabytes", "0", "Limits:BodyMegabytes")]
    [InlineData("Limits:BodyMegabytes", "lots", "Limits:BodyMegabytes")]
    [InlineData("Limits:BodyMegabyte", "5", "BodyMegabytes, FormsPerHour, RequestsPerMinute")]
    public async Task Wrong_limits_stop_the_start_and_say_what_is_right(string name, string value, string mention)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync((name, value)));

        Assert.Contains(mention, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/docs", HttpStatusCode.OK)]
    [InlineData("/api/v1/me", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/public/probe/broken/x", HttpStatusCode.InternalServerError)]
    public async Task Every_answer_tells_browsers_to_be_strict(string address, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(ProbeController.Options with { Kestrel = true });

        var answer = (await app.Anonymous.GetJson(address)).Expect(status);

        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.StartsWith("default-src 'self';", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("Server", answer.Headers.Keys);
    }

    [Fact]
    public async Task What_only_signed_in_users_see_is_kept_out_of_caches()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Auditor);

        Assert.Equal("no-store", (await client.GetJson("/api/v1/me")).Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Health_and_readiness_are_told_to_everybody()
    {
        await using var app = await TestApp.StartAsync();

        (await app.Anonymous.GetJson("/healthz")).Expect(HttpStatusCode.OK);
        (await app.Anonymous.GetJson("/readyz")).Expect(HttpStatusCode.OK);
    }
}

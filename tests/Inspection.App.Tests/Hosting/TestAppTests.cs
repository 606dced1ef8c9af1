using System.Net;
using Inspection.App.Security;

namespace Inspection.App.Tests.Hosting;

public sealed class TestAppTests
{
    [Fact]
    public async Task A_client_of_the_test_app_is_signed_in_with_its_role()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Scheduler, "li.lei", "市场监管");

        var me = (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("li.lei", (string?)me["name"]);
        Assert.Equal("市场监管", (string?)me["department"]);
        Assert.Equal([Role.Scheduler], me["roles"]!.Select(role => (string?)role));
        (await app.Anonymous.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_test_app_over_the_network_keeps_its_users_when_it_starts_again()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Kestrel = true });
        using var before = await app.ClientAs(Role.Auditor);
        var token = before.DefaultRequestHeaders.Authorization!.Parameter!;
        await app.RestartAsync();
        using var after = app.ClientWith(token);

        (await after.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);
    }
}

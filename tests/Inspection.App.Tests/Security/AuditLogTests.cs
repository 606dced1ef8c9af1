using System.Net;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Security;

public sealed class AuditLogTests
{
    [Fact]
    public async Task Every_change_over_http_is_written_with_who_and_what_and_how_it_ended()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        using var auditor = await app.ClientAs(Role.Auditor);
        await TokenTests.MakeAsync(administrator, "wang", Role.Head);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await administrator.PostJson("/api/v1/users/wang/tokens");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await administrator.DeleteJson("/api/v1/users/administrator");
        await administrator.GetJson("/api/v1/users");

        var log = (await auditor.GetJson("/api/v1/audit")).Expect(HttpStatusCode.OK);

        var entries = log.Json["items"]!.ToList();
        Assert.Equal(
            ["DELETE users/{name}", "POST users/{name}/tokens", "POST users"], entries.Select(entry => (string?)entry["action"]));
        Assert.Equal(["last-administrator", "done", "done"], entries.Select(entry => (string?)entry["outcome"]));
        Assert.Equal("users/administrator", (string?)entries[0]["subject"]);
        Assert.StartsWith("users/wang/tokens/", (string?)entries[1]["subject"], StringComparison.Ordinal);
        Assert.Equal("users/wang", (string?)entries[2]["subject"]);
        Assert.All(entries, entry => Assert.Equal("administrator", (string?)entry["actor"]));
        Assert.All(entries, entry => Assert.NotEmpty((string)entry["requestId"]!));
        Assert.DoesNotContain("inspection_", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_filtered_and_paged_newest_first_over_days()
    {
        await using var app = await TestApp.StartAsync();
        using var auditor = await app.ClientAs(Role.Auditor);
        var log = app.Service<IAuditLog>();
        for (var day = 0; day < 5; day++)
        {
            await log.WriteAsync(Actor.Calendar, "monthly-draw", $"plans/{day}/draws", cancellation: TestContext.Current.CancellationToken);
            await log.WriteAsync(Actor.CommandLine, "token create", $"users/{day}", cancellation: TestContext.Current.CancellationToken);
            app.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["4", "3", "2", "1", "0"], await DaysAsync(auditor, "actor=calendar&limit=2"));
        Assert.Equal(["2"], await DaysAsync(auditor, "subject=plans/2"));
        Assert.Empty(await DaysAsync(auditor, "subject=plan"));
        Assert.Equal(["3", "2"], await DaysAsync(auditor, "actor=calendar&from=2026-11-04T01:00:00Z&to=2026-11-06T01:00:00Z&limit=1"));
    }

    private static async Task<List<string>> DaysAsync(HttpClient auditor, string query)
    {
        var days = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await auditor.GetJson($"/api/v1/audit?{query}&cursor={cursor}")).Expect(HttpStatusCode.OK).Json;
            days.AddRange(page["items"]!.Select(entry => ((string)entry["subject"]!).Split('/')[1]));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return days;
    }
}

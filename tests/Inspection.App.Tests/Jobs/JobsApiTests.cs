using System.Net;
using Inspection.App.Draws;
using Inspection.App.Jobs;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Jobs;

public sealed class JobsApiTests
{
    [Fact]
    public async Task The_jobs_show_their_next_and_their_last_run()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Scheduler);
        var runner = app.Service<JobRunner>();
        var monthly = app.Service<MonthlyDraw>();
        await runner.RunIfDueAsync(monthly, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(30));
        await runner.RunIfDueAsync(monthly, TestContext.Current.CancellationToken);

        var jobs = (await client.GetJson("/api/v1/jobs")).Expect(HttpStatusCode.OK).Json["items"]!;

        Assert.Superset(
            new HashSet<string?> { "AdvanceDraws", "MonthlyDraw", "ShowLists", "StampHead" }, jobs.Select(static job => (string?)job["name"]).ToHashSet());
        var shown = jobs.Single(static job => (string?)job["name"] == "MonthlyDraw");
        Assert.Equal("Succeeded", (string?)shown["outcome"]);
        Assert.Equal("no plan draws monthly", (string?)shown["detail"]);
        Assert.StartsWith("2027-01-01T01:00:00", (string?)shown["nextAt"], StringComparison.Ordinal);
        Assert.StartsWith("2026-12-01T01:00:00", (string?)shown["missedAt"], StringComparison.Ordinal);
        Assert.StartsWith("2026-12-02T01:00:00", (string?)shown["caughtUpAt"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.OK)]
    [InlineData(Role.Inspector, HttpStatusCode.Forbidden)]
    public async Task The_jobs_are_shown_to_those_who_look_after_them(string role, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(role);

        (await client.GetJson("/api/v1/jobs")).Expect(status);
        (await app.Anonymous.GetJson("/api/v1/jobs")).Expect(HttpStatusCode.Unauthorized);
    }
}

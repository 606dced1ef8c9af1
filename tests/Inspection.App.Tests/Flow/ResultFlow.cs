using System.Net;
using Inspection.App.Publication;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Flow;

/// <summary>The flow from a drawn visit to its public result: an inspector records it, a reviewer approves it, everybody finds it, once.</summary>
internal sealed class ResultFlow(TestApp app, string item)
{
    private static readonly DateTimeOffset Visit = new(2026, 12, 2, 8, 0, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Has the result of a draw's first visit published, and the month's files made.</summary>
    public async Task RunAsync(HttpClient scheduler, string draw)
    {
        app.Time.Advance(Visit - app.Time.GetUtcNow());
        var selections = (await scheduler.GetJson($"/api/v1/draws/{draw}/selections?limit=1000")).Expect(HttpStatusCode.OK).Json["items"]!;
        var visit = selections.First(static row => !(bool)row["isReserve"]!);
        var inspector = (string)visit["teams"]![0]!["inspectors"]![0]!["inspectorId"]!;
        using var member = await app.ClientAs(Role.Inspector, "member", inspectorId: inspector);
        using var reviewer = await app.ClientAs(Role.Reviewer);
        var result = $"/api/v1/draws/{draw}/results/{(string)visit["uscc"]!}";
        var found = new
        {
            method = "OnSite", inspectedOn = "2026-12-02", items = new[] { new { itemCode = item, @checked = true, code = "NoProblem", disposal = "None" } },
        };
        (await member.PutJson(result, found)).Expect(HttpStatusCode.Created);
        (await member.PostJson($"{result}/submit")).Expect(HttpStatusCode.OK);
        var approved = (await reviewer.PostJson($"{result}/review", new { approve = true })).Expect(HttpStatusCode.OK);
        if ((string?)approved.Json["state"] != "Published")
            Assert.True((await app.Service<PublishDue>().RunAsync(Cancellation)).IsComplete);
        Assert.True((await app.Service<WatchDeadlines>().RunAsync(Cancellation)).IsComplete);
    }

    /// <summary>Asserts that everybody finds the result in each way, once.</summary>
    public async Task CheckAsync(string draw)
    {
        var result = Assert.Single(await FindAsync($"draw={draw}"));
        foreach (var query in new[] { $"q={(string)result["uscc"]!}", $"q={Uri.EscapeDataString((string)result["name"]!)}", "from=2026-12-02&to=2026-12-02", "code=NoProblem" })
            Assert.Equal(result, Assert.Single(await FindAsync(query)), JToken.EqualityComparer);
        var month = Assert.Single((await app.Anonymous.GetJson("/api/v1/public/bulk")).Expect(HttpStatusCode.OK).Json["items"]!);
        var file = (await app.Anonymous.GetJson($"/api/v1/public/bulk/{(string)month["jsonLines"]!["name"]!}")).Expect(HttpStatusCode.OK);
        Assert.Equal((await app.Anonymous.GetJson($"/api/v1/public/results/{(string)result["id"]!}")).Text, file.Text.TrimEnd('\n'));
    }

    private async Task<IEnumerable<JToken>> FindAsync(string query) =>
        (await app.Anonymous.GetJson($"/api/v1/public/results?{query}")).Expect(HttpStatusCode.OK).Json["items"]!;
}

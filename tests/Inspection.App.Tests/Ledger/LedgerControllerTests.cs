using System.Net;
using Inspection.App.Ledger;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Ledger;

public sealed class LedgerControllerTests
{
    private const string Address = "/api/v1/public/ledger";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("NewestFirst", new long[] { 7, 6, 5, 4, 3, 2, 1 })]
    [InlineData("OldestFirst", new long[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    public async Task Pages_neither_repeat_nor_miss_an_entry_while_the_ledger_grows(string order, long[] numbers)
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, 1, 7);
        using var client = app.Anonymous;
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var query = cursor is null ? "" : $"&cursor={cursor}";
            var page = (await client.GetJson($"{Address}?limit=3&order={order}{query}")).Expect(HttpStatusCode.OK).Json;
            seen.AddRange(page["items"]!.Select(item => (long)item["number"]!));
            cursor = (string?)page["next"];
            await AppendAsync(app, 8, 9);
        }
        while (cursor is not null);

        Assert.Equal(numbers, seen);
    }

    [Fact]
    public async Task An_entry_is_shown_so_that_anybody_can_recompute_its_hash()
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, 1, 2);
        using var client = app.Anonymous;

        var answer = (await client.GetJson($"{Address}/2")).Expect(HttpStatusCode.OK);

        var entry = await app.Service<LedgerStore>().GetAsync(2, Cancellation);
        var sorted = new JObject(((JObject)answer.Json).Properties().OrderBy(property => property.Name, StringComparer.Ordinal));
        sorted["data"] = new JObject(((JObject)sorted["data"]!).Properties().OrderBy(property => property.Name, StringComparer.Ordinal));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(entry!.ToLine()), sorted.ToString(Formatting.None));
        (await client.GetJson($"{Address}/3")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=99", "cursor")]
    public async Task A_page_that_cannot_be_is_refused(string query, string rule)
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous;

        (await client.GetJson($"{Address}?{query}")).ExpectRefusal(HttpStatusCode.BadRequest, rule);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/1")]
    public async Task A_caller_that_has_the_version_is_told_so(string path)
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, 1, 1);
        using var client = app.Anonymous;
        var first = (await client.GetJson(Address + path)).Expect(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + path);
        request.Headers.TryAddWithoutValidation("If-None-Match", first.ETag);

        using var second = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Contains("public", first.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_web_page_may_read_the_ledger()
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous;
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Everybody_can_verify_the_ledger()
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, 1, 3);
        using var client = app.Anonymous;
        var whole = (await client.GetJson($"{Address}/verify")).Expect(HttpStatusCode.OK).Json;
        var row = await app.Service<App.Storage.ITableStore>().GetAsync(LedgerStore.Entries, LedgerStore.PartitionOf(2), LedgerStore.RowOf(2), Cancellation);
        row!["Subject"] = "draw-9";
        await App.Storage.TableStoreExtensions.UpsertAsync(app.Service<App.Storage.ITableStore>(), LedgerStore.Entries, row, Cancellation);
        var broken = (await client.GetJson($"{Address}/verify?from=1")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal((3, JTokenType.Null), ((int)whole["to"]!, whole["fault"]!.Type));
        Assert.Equal((2, "hash"), ((int)broken["fault"]!["number"]!, (string?)broken["fault"]!["what"]));
        (await client.GetJson($"{Address}/verify?from=3&to=2")).ExpectRefusal(HttpStatusCode.BadRequest, "range");
        (await client.GetJson($"{Address}/verify?from=9")).ExpectRefusal(HttpStatusCode.BadRequest, "range");
    }

    private static async Task AppendAsync(TestApp app, int from, int to)
    {
        for (var number = from; number <= to; number++)
            await app.Service<ILedger>().AppendAsync(LedgerFixture.Draft(number), Cancellation);
    }
}

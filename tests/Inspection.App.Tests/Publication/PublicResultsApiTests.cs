using System.Net;
using System.Text;
using Inspection.App.Publication;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.OpenApi;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Publication;

public sealed class PublicResultsApiTests
{
    private const string Results = "/api/v1/public/results";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_finds_results_by_code_name_and_filters()
    {
        await using var app = await FilledAsync(40);
        var one = PublicShelf.Made(7);

        Assert.Equal(40, await CountAsync(app, ""));
        Assert.Equal(Expected(new ResultQuery { Uscc = one.Uscc }), await CountAsync(app, $"uscc={one.Uscc}"));
        Assert.Equal(Expected(new ResultQuery { Uscc = one.Uscc }), await CountAsync(app, $"q={one.Uscc}"));
        Assert.Equal(Expected(new ResultQuery { Name = "青檀" }), await CountAsync(app, "q=青檀"));
        Assert.Equal(
            Expected(new ResultQuery { Item = "SP-01", Code = App.Results.ResultCode.Pending, District = "东区" }),
            await CountAsync(app, "item=SP-01&code=Pending&district=东区&department=&q="));
        Assert.Equal(Expected(new ResultQuery { DrawId = one.DrawId }), await CountAsync(app, $"draw={one.DrawId}"));
        Assert.Equal(
            Expected(new ResultQuery { From = new DateOnly(2026, 9, 10), To = new DateOnly(2026, 9, 20) }),
            await CountAsync(app, "from=2026-09-10&to=2026-09-20"));
        var single = (await app.Anonymous.GetJson($"{Results}/{one.Id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal((one.Name, 1), ((string?)single["name"], (int)single["revision"]!));

        static int Expected(ResultQuery query) => PlainResults.Find(PublicShelf.Made(0, 40), query).Count;
    }

    [Theory]
    [InlineData("uscc=123", "uscc")]
    [InlineData("q=青", "q")]
    [InlineData("code=Fine", "invalid-request")]
    [InlineData("code=99", "invalid-request")]
    [InlineData("from=2026-13-01", "invalid-request")]
    [InlineData("from=2026-10-02&to=2026-10-01", "days")]
    [InlineData("limit=0", "invalid-request")]
    [InlineData("limit=1001", "invalid-request")]
    [InlineData("cursor=!", "cursor")]
    public async Task A_query_that_cannot_be_read_is_refused_with_the_reason(string query, string rule)
    {
        await using var app = await TestApp.StartAsync();

        (await app.Anonymous.GetJson($"{Results}?{query}")).ExpectRefusal(HttpStatusCode.BadRequest, rule);
    }

    [Fact]
    public async Task A_history_holds_all_results_of_an_enterprise_and_is_empty_where_there_is_none()
    {
        await using var app = await FilledAsync(60);
        var one = PublicShelf.Made(3);

        var history = (await app.Anonymous.GetJson($"/api/v1/public/enterprises/{one.Uscc}")).Expect(HttpStatusCode.OK).Json;
        var other = (await app.Anonymous.GetJson($"/api/v1/public/enterprises/{PublicShelf.CodeOf(99)}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(one.Name, (string?)history["name"]);
        Assert.Equal(
            PlainResults.Find(PublicShelf.Made(0, 60), new ResultQuery { Uscc = one.Uscc }), history["items"]!.Select(item => (string?)item["id"]));
        (await app.Anonymous.GetJson("/api/v1/public/enterprises/nobody")).ExpectRefusal(HttpStatusCode.BadRequest, "uscc");
        Assert.Empty(other["items"]!);
    }

    [Fact]
    public async Task Whoever_has_an_answer_already_is_told_so_until_it_changes()
    {
        await using var app = await FilledAsync(20);
        var one = PublicShelf.Made(0);
        foreach (var path in new[] { $"{Results}?uscc={one.Uscc}", $"{Results}/{one.Id}", $"{Results}.csv", $"{Results}.jsonl", $"/api/v1/public/enterprises/{one.Uscc}" })
        {
            var first = (await AskAsync(app, path, "")).Expect(HttpStatusCode.OK);
            Assert.Contains("public, max-age=", first.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal("*", first.Headers["Access-Control-Allow-Origin"]);

            Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(app, path, first.ETag!)).Status);
            await PublicShelf.PutAsync(app.Service<PublicResultStore>(), [one with { TaskTitle = path }]);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, path, first.ETag!)).Status);
        }
    }

    [Fact]
    public async Task Csv_has_a_row_for_each_item_with_chinese_headings_and_is_safe_in_a_spreadsheet()
    {
        await using var app = await TestApp.StartAsync();
        var result = PublicShelf.Made(1) with { Name = "=HYPERLINK(\"x\")公司" };
        await PublicShelf.PutAsync(app.Service<PublicResultStore>(), [result]);

        var bytes = await app.Anonymous.GetByteArrayAsync($"{Results}.csv", Cancellation);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + result.Items.Count, lines.Length);
        Assert.StartsWith("结果编号,统一社会信用代码,企业名称,", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")公司\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("发现问题经责令已改正", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_name_their_next_page_and_hold_every_result_once()
    {
        await using var app = await FilledAsync(30);
        var (ids, path) = (new List<string?>(), $"{Results}.jsonl?limit=7&district=东区");
        while (path is not null)
        {
            var answer = (await app.Anonymous.GetJson(path)).Expect(HttpStatusCode.OK);
            Assert.Equal("application/jsonl", answer.MediaType);
            ids.AddRange(answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string?)JObject.Parse(line)["id"]));
            path = answer.Headers.TryGetValue("Link", out var link) ? link.Split('<', '>')[1] : null;
        }

        Assert.Equal(PlainResults.Find(PublicShelf.Made(0, 30), new ResultQuery { District = "东区" }), ids.Select(id => id!));
    }

    [Fact]
    public async Task Real_answers_are_what_the_document_says()
    {
        await using var app = await FilledAsync(3);
        var schema = await ApiSchema.OfAsync(app);
        var one = PublicShelf.Made(1);

        foreach (var path in new[] { Results, $"{Results}?q=青", $"{Results}/{one.Id}", $"{Results}/none", $"/api/v1/public/enterprises/{one.Uscc}" })
            Assert.Empty(schema.Problems(HttpMethod.Get, path, await app.Anonymous.GetJson(path)));
    }

    private static async Task<TestApp> FilledAsync(int count)
    {
        var app = await TestApp.StartAsync();
        await PublicShelf.PutAsync(app.Service<PublicResultStore>(), PublicShelf.Made(0, count));
        return app;
    }

    private static async Task<int> CountAsync(TestApp app, string query)
    {
        var page = (await app.Anonymous.GetJson($"{Results}?{query}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(JTokenType.Null, page["next"]!.Type);
        return page["items"]!.Count();
    }

    /// <summary>Asks as a page of another site does, which has this version already.</summary>
    private static async Task<Answer> AskAsync(TestApp app, string path, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        request.Headers.TryAddWithoutValidation("Origin", "https://example.org");
        using var response = await app.Anonymous.SendAsync(request, Cancellation);
        return await Answer.OfAsync(response);
    }
}

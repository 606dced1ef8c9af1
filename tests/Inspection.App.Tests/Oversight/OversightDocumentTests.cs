using System.Net;
using Inspection.App.Directory;
using Inspection.App.Oversight;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.OpenApi;

namespace Inspection.App.Tests.Oversight;

public sealed class OversightDocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Real_answers_are_what_the_document_says()
    {
        await using var fixture = await DrawFixture.StartAsync(120);
        var schema = await ApiSchema.OfAsync(fixture.App);
        using var reviewer = await fixture.App.ClientAs(Role.Reviewer);
        var anybody = fixture.App.Anonymous;
        var uscc = (await fixture.Service<EnterpriseStore>().ListAsync(Cancellation).FirstAsync(Cancellation)).Uscc.ToString();
        var today = fixture.Service<Inspection.App.Planning.LocalTime>().Today;
        await FillAsync(fixture);

        await CheckAsync(fixture.Auditor, HttpMethod.Get, "/api/v1/oversight/figures?year=2026");
        await CheckAsync(fixture.Auditor, HttpMethod.Get, "/api/v1/oversight/figures?year=2020");
        await CheckAsync(fixture.Head, HttpMethod.Get, $"/api/v1/oversight/rates?year=2026&item={DrawFixture.ItemCode}");
        await CheckAsync(fixture.Auditor, HttpMethod.Get, "/api/v1/oversight/fairness?from=2026-01-01");
        await CheckAsync(fixture.Auditor, HttpMethod.Get, "/api/v1/oversight/fairness?from=2026-01-01&to=2025-01-01");
        await CheckAsync(anybody, HttpMethod.Get, "/api/v1/public/statistics?year=2026");
        await CheckAsync(reviewer, HttpMethod.Post, "/api/v1/oversight/guidance", new { uscc, on = today.ToString("O"), text = "已约谈" });
        await CheckAsync(reviewer, HttpMethod.Get, $"/api/v1/oversight/watch/{uscc}/guidance");
        await fixture.Service<WatchProposer>().RunAsync(
            [MadeUpDraw.Of("a", Problem(uscc, today.AddDays(-9))), MadeUpDraw.Of("b", Problem(uscc, today.AddDays(-5)))], Cancellation);
        await CheckAsync(fixture.Head, HttpMethod.Get, "/api/v1/oversight/watch");
        await CheckAsync(fixture.Head, HttpMethod.Get, $"/api/v1/oversight/watch/{uscc}");
        await CheckAsync(fixture.Head, HttpMethod.Post, $"/api/v1/oversight/watch/{uscc}/enter", new { reason = "多次" });
        var receipt = (string)(await CheckAsync(anybody, HttpMethod.Post, "/api/v1/public/leads", new { subject = "某店", text = "使用过期原料，冷柜里可以看到。", name = "某人" })).Json["receipt"]!;
        await CheckAsync(anybody, HttpMethod.Get, $"/api/v1/public/leads/{receipt}");
        var lead = (string)(await CheckAsync(reviewer, HttpMethod.Get, "/api/v1/oversight/leads")).Json["items"]![0]!["id"]!;
        await CheckAsync(reviewer, HttpMethod.Get, $"/api/v1/oversight/leads/{lead}");
        await CheckAsync(reviewer, HttpMethod.Post, $"/api/v1/oversight/leads/{lead}/dismiss", new { answer = "不属实" });

        async Task<Answer> CheckAsync(HttpClient client, HttpMethod method, string path, object? body = null)
        {
            var answer = await client.SendJson(method, path, body);
            Assert.Empty(schema.Problems(method, path, answer));
            return answer;
        }
    }

    [Theory]
    [InlineData("/api/v1/oversight/rates.csv", "text/csv", "事项编码,事项名称,部门,区划")]
    [InlineData("/api/v1/oversight/effects.csv", "text/csv", "部门,月份,应查")]
    [InlineData("/api/v1/oversight/plans.csv", "text/csv", "年度计划,计划抽查")]
    [InlineData("/api/v1/oversight/rates.svg", "image/svg+xml", "<svg viewBox=")]
    [InlineData("/api/v1/oversight/effects.svg?language=English", "image/svg+xml", "<svg viewBox=")]
    [InlineData("/api/v1/public/statistics/rates.csv", "text/csv", "事项编码,事项名称,部门,区划")]
    [InlineData("/api/v1/public/statistics/effects.csv", "text/csv", "部门,月份,应查")]
    [InlineData("/api/v1/public/statistics/rates.svg", "image/svg+xml", "<svg viewBox=")]
    [InlineData("/api/v1/public/statistics/effects.svg", "image/svg+xml", "<svg viewBox=")]
    public async Task Every_table_is_a_file_and_every_chart_a_drawing(string path, string mediaType, string beginning)
    {
        await using var fixture = await DrawFixture.StartAsync();
        await FillAsync(fixture);

        var answer = (await fixture.Auditor.GetJson($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}year=2026")).Expect(HttpStatusCode.OK);

        Assert.Equal(mediaType, answer.MediaType);
        Assert.StartsWith(beginning, answer.Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", answer.Text, StringComparison.Ordinal);
    }

    private static async Task FillAsync(DrawFixture fixture)
    {
        var id = await fixture.DrawAsync();
        foreach (var item in (await fixture.SelectionsOf(id)).Where(static item => (bool)item["isVisited"]!))
            await fixture.PublishAsync(id, (string)item["uscc"]!, ResultCode.Corrected, new DateOnly(2026, 11, 12));
        await fixture.Service<Oversee>().RunAsync(Cancellation);
    }

    private static VisitFacts Problem(string uscc, DateOnly on) => MadeUpDraw.Visit(uscc, Finding.Problem) with { InspectedOn = on };
}

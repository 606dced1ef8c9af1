using System.Net;
using System.Text;
using Inspection.App.Ledger;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.OpenApi;
using Inspection.App.Tests.Results;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Publication;

public sealed class CreditExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_day_holds_what_was_announced_on_it_and_a_month_each_row_once_however_small_the_parts()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var (first, corrected) = await ThreeDaysAsync(fixture);

        var days = new List<IReadOnlyList<JToken>>();
        foreach (var day in new[] { "2026-11-12", "2026-11-13", "2026-11-14", "2026-11-15" })
            days.Add(await AllAsync(fixture, $"from={day}&to={day}"));
        var month = await AllAsync(fixture, "from=2026-11-01&to=2026-11-30");
        var inParts = await AllAsync(fixture, "from=2026-11-01&to=2026-11-30&limit=1");

        Assert.Equal([4, 1, 0, 2], days.Select(rows => rows.Count));
        Assert.Equal(days.SelectMany(rows => rows), month, JToken.EqualityComparer);
        Assert.Equal(month, inParts, JToken.EqualityComparer);
        Assert.Equal(
            [(first, "登记事项检查", "发现问题待后续处理", ""), (first, "公示信息检查", "本次未检查", "")],
            days[0].Take(2).Select(row => ((string)row["统一社会信用代码"]!, (string)row["抽查事项"]!, (string)row["抽查结果"]!, (string)row["备注"]!)));
        Assert.Equal(("发现问题经责令已改正", "后续处理（2026-11-11）"), ((string?)days[1][0]["抽查结果"], (string?)days[1][0]["备注"]));
        Assert.Equal((corrected, "不配合检查情节严重", "更正：录入有误"), ((string?)days[3][0]["统一社会信用代码"], (string?)days[3][0]["抽查结果"], (string?)days[3][0]["备注"]));
        Assert.Equal((string?)days[0][0]["记录编号"], (string?)days[1][0]["记录编号"]);
    }

    [Fact]
    public async Task A_layout_has_the_fields_of_the_system_that_it_is_for()
    {
        await using var fixture = await ResultFixture.StartAsync(settings: ("Rules:AuthorityCode", "11100000MB0143028R"));
        var uscc = await fixture.PublishedAsync();

        var gsxt = (await AllAsync(fixture, "from=2026-11-12&to=2026-11-12&layout=Gsxt"))[0];
        var china = (await AllAsync(fixture, "from=2026-11-12&to=2026-11-12&layout=creditChina"))[0];
        using var response = await fixture.Draws.Auditor.GetAsync(new Uri("/api/v1/credit-export.csv?from=2026-11-12&to=2026-11-12&limit=1", UriKind.Relative), Cancellation);
        var csv = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(
            ["统一社会信用代码", "企业名称", "抽查计划编号", "抽查计划名称", "抽查任务编号", "抽查任务名称", "抽查类型", "抽查机关", "抽查完成日期", "抽查事项", "抽查结果", "记录编号", "备注"],
            ((JObject)gsxt).Properties().Select(field => field.Name));
        Assert.Equal(
            (uscc, "第四季度抽查", "不定向抽查", "测试区市场监管局", "2026-11-10", "登记事项检查", "未发现问题"),
            ((string?)gsxt["统一社会信用代码"], (string?)gsxt["抽查任务名称"], (string?)gsxt["抽查类型"], (string?)gsxt["抽查机关"], (string?)gsxt["抽查完成日期"],
                (string?)gsxt["抽查事项"], (string?)gsxt["抽查结果"]));
        Assert.Equal(
            ("法人及非法人组织", uscc, "实地检查", "11100000MB0143028R", "无需后续处置", "测试区市场监管局"),
            ((string?)china["行政相对人类别"], (string?)china["行政相对人代码_1（统一社会信用代码）"], (string?)china["检查方式"], (string?)china["检查机关统一社会信用代码"],
                (string?)china["后续处置"], (string?)china["数据来源单位"]));
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Equal(1 + 2, Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("机密", gsxt + china.ToString() + Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_announced_by_a_process_that_died_is_published_and_not_left_out()
    {
        var fuse = new Fuse();
        await using var fixture = await ResultFixture.StartAsync(configure: fuse.Wire);
        var id = new ResultId(fixture.DrawId, await fixture.FirstVisitAsync());
        await fixture.ApproveAsync(id);
        fuse.BlowAfter(3);
        Assert.False(await Fuse.FinishesAsync(() => fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation)));
        fuse.Mend();
        Assert.NotNull(await fixture.Service<ILedger>().FindAsync(AnnouncedRevision.KeyOf(id, 1), Cancellation));
        Assert.Null(await fixture.Service<PublicResultStore>().FindAsync(id.ToString(), Cancellation));

        Assert.Equal(2, (await AllAsync(fixture, "from=2026-11-12&to=2026-11-12")).Count);
        await PublicSides.AssertWholeAsync(fixture.Draws, id, 1, "exported");
    }

    [Fact]
    public async Task An_export_says_whether_its_days_are_over_and_refuses_what_it_cannot_read()
    {
        await using var fixture = await ResultFixture.StartAsync();
        await fixture.PublishedAsync();
        var auditor = fixture.Draws.Auditor;
        var schema = await ApiSchema.OfAsync(fixture.Draws.App);
        foreach (var path in new[] { "/api/v1/credit-export?from=2026-11-12&to=2026-11-12", "/api/v1/credit-export?from=2026-11-12", "/api/v1/deadlines" })
            Assert.Empty(schema.Problems(HttpMethod.Get, path, await auditor.GetJson(path)));

        Assert.False((bool)(await auditor.GetJson("/api/v1/credit-export?from=2026-11-12&to=2026-11-12")).Expect(HttpStatusCode.OK).Json["isComplete"]!);
        fixture.Draws.App.Time.Advance(TimeSpan.FromDays(1));
        Assert.True((bool)(await auditor.GetJson("/api/v1/credit-export?from=2026-11-12&to=2026-11-12")).Expect(HttpStatusCode.OK).Json["isComplete"]!);
        foreach (var (query, rule) in new[]
        {
            ("", "invalid-request"), ("from=2026-11-12", "invalid-request"), ("from=2026-11-12&to=2026-11-11", "days"), ("from=2026-10-01&to=2026-11-01", "days"),
            ("from=2026-11-12&to=2026-11-12&cursor=x", "cursor"), ("from=2026-11-12&to=2026-11-12&cursor=99", "cursor"), ("from=2026-11-12&to=2026-11-12&layout=Other", "invalid-request"),
        })
            (await auditor.GetJson($"/api/v1/credit-export?{query}")).ExpectRefusal(HttpStatusCode.BadRequest, rule);
        (await fixture.Reviewer.GetJson("/api/v1/credit-export?from=2026-11-12&to=2026-11-12")).ExpectRefusal(HttpStatusCode.Forbidden, "role-needed");
    }

    /// <summary>Two results on the 12th, a follow-up to the one on the 13th and a correction of the other on the 15th.</summary>
    private static async Task<(string First, string Corrected)> ThreeDaysAsync(ResultFixture fixture)
    {
        var first = await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify"));
        var second = await fixture.PublishedAsync(visit: 1);
        fixture.Draws.App.Time.Advance(TimeSpan.FromDays(1));
        (await fixture.OtherReviewer.PostJson(
            fixture.Address(first, "follow-up"), new { itemCode = DrawFixture.ItemCode, on = "2026-11-11", code = "Corrected", disposal = "Rectify" })).Expect(HttpStatusCode.OK);
        fixture.Draws.App.Time.Advance(TimeSpan.FromDays(2));
        await fixture.ApproveAsync(new ResultId(fixture.DrawId, second), "Refused", "Transfer");
        await fixture.Service<PublishDue>().RunAsync(Cancellation);
        return (first, second);
    }

    /// <summary>Every row of an export, part by part.</summary>
    private static async Task<IReadOnlyList<JToken>> AllAsync(ResultFixture fixture, string query)
    {
        var (rows, next) = (new List<JToken>(), "");
        do
        {
            var part = (await fixture.Draws.Auditor.GetJson($"/api/v1/credit-export?{query}{next}")).Expect(HttpStatusCode.OK).Json;
            rows.AddRange(part["items"]!);
            next = (string?)part["next"] is { } cursor ? $"&cursor={cursor}" : "";
        }
        while (next.Length > 0);
        return rows;
    }
}

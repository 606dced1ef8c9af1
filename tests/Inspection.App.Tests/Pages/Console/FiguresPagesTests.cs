using System.Net;
using Inspection.App.Oversight;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Oversight;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>The figures of a year and the fairness of its draws.</summary>
public sealed class FiguresPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_figures_of_a_year_stand_in_tables_beside_their_charts_and_a_year_without_any_says_when_they_are_made()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var reviewer = await WebBrowser.AsAsync(fixture.App, Role.Reviewer);
        await reviewer.OpenAsync("/console/figures");
        Assert.Contains("每小时的第 40 分", reviewer.Page, StringComparison.Ordinal);

        var drawn = await FillAsync(fixture);
        await reviewer.OpenAsync($"/console/figures?year=2026&department={Uri.EscapeDataString(DrawFixture.Market)}");

        Assert.Contains($"完成率（{drawn - 1} / {drawn}）", reviewer.Page, StringComparison.Ordinal);
        Assert.Matches("被查多次的企业</dt><dd>0</dd>", reviewer.Page);
        Assert.Matches("<th[^>]*>11 月</th>", reviewer.Page);
        Assert.Contains("登记事项检查", reviewer.Page, StringComparison.Ordinal);
        Assert.Contains("没有已审核的结果 1", reviewer.Page, StringComparison.Ordinal);
        Assert.Contains("全算没有问题时是", reviewer.Page, StringComparison.Ordinal);
        Assert.Equal(2, reviewer.Page.Split("<svg viewBox=\"0 0 ").Length - 1);
        foreach (var table in new[] { "rates.csv", "effects.csv" })
            Assert.Contains($"href=\"/api/v1/oversight/{table}?year=2026\"", reviewer.Page, StringComparison.Ordinal);
        await reviewer.OpenAsync("/console/figures?year=12026");
        Assert.Equal(HttpStatusCode.NotFound, reviewer.Status);
    }

    [Fact]
    public async Task The_fairness_of_a_period_is_a_verdict_first_and_names_the_draw_that_does_not_come_out_again()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var auditor = await WebBrowser.AsAsync(fixture.App, Role.Auditor);
        await auditor.OpenAsync("/console/fairness?from=2026-01-01");
        Assert.Contains("还没有可以检验的抽取", auditor.Page, StringComparison.Ordinal);

        await FillAsync(fixture);
        await auditor.OpenAsync("/en/console/fairness?from=2026-01-01");
        Assert.Contains(">No alarm<", auditor.Page, StringComparison.Ordinal);
        Assert.Contains("one report in a hundred", auditor.Page, StringComparison.Ordinal);
        Assert.Contains("/console/inspectors/SJ-000\"", auditor.Page, StringComparison.Ordinal);
        var looks = (await fixture.Auditor.GetJson("/api/v1/oversight/fairness/looks.csv?from=2026-01-01")).Expect(HttpStatusCode.OK);
        Assert.Contains("执法人员任务量,SJ-000,", looks.Text, StringComparison.Ordinal);

        var traces = fixture.Service<TraceStore>();
        var id = (string)(await fixture.Scheduler.GetJson("/api/v1/draws")).Json["items"]![0]!["id"]!;
        var trace = (await traces.FindAsync(id, Cancellation))!;
        await traces.PutAsync(trace with { Recomputed = new Recomputation(true, ["selection"]) }, Cancellation);
        await auditor.OpenAsync("/console/fairness?from=2026-01-01");
        Assert.Contains("有 1 次抽取重算后对不上", auditor.Page, StringComparison.Ordinal);
        Assert.Contains("抽中的正是签号最小的", auditor.Page, StringComparison.Ordinal);

        await auditor.OpenAsync("/console/fairness?from=2026-01-01&to=2025-01-01");
        Assert.Equal(HttpStatusCode.BadRequest, auditor.Status);
        Assert.Contains("href=\"#From\"", auditor.Page, StringComparison.Ordinal);
    }

    // All but the last that were drawn have a result.
    private static async Task<int> FillAsync(DrawFixture fixture)
    {
        var id = await fixture.DrawAsync();
        var drawn = (await fixture.SelectionsOf(id)).Where(static item => (bool)item["isVisited"]!).Select(static item => (string)item["uscc"]!).ToList();
        foreach (var uscc in drawn.SkipLast(1))
            await fixture.PublishAsync(id, uscc, ResultCode.Corrected, new DateOnly(2026, 11, 12));
        await fixture.Service<Oversee>().RunAsync(Cancellation);
        return drawn.Count;
    }
}

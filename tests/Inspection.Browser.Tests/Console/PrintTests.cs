using System.Text.RegularExpressions;
using Inspection.App.Security;
using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Inspection.Browser.Tests.Console;

/// <summary>What comes out of the printer.</summary>
public sealed class PrintTests(Chromium chromium, Office office)
{
    private const double A4Width = 595;
    private const double A4Height = 842;

    // Fonts draw a radical and the character that looks the same by one sign, and the text of a PDF says the radical.
    private static readonly string[][] Radicals =
        [["⻚", "页"], ["⻘", "青"], ["⾏", "行"], ["⼈", "人"], ["⽰", "示"], ["⽇", "日"], ["⼀", "一"], ["⼆", "二"], ["⼿", "手"], ["⽤", "用"], ["⻓", "长"]];

    [Fact]
    public async Task The_record_goes_over_pages_with_its_head_on_each_and_boxes_to_sign_at_the_end()
    {
        var pages = await PrintAsync("console/prints/{drawId}/{uscc}/record");

        Assert.True(pages.Count > 2, "the sample has more text than two pages hold");
        var number = Regex.Match(pages[0], @"编号：(?<number>[0-9a-z-]+[0-9A-Z]{18})").Groups["number"].Value;
        Assert.NotEmpty(number);
        for (var i = 0; i < pages.Count; i++)
            Assert.Contains($"第{i + 1}页，共{pages.Count}页", pages[i], StringComparison.Ordinal);
        // The table goes on to the next page at least once; its head, with what it is and about whom, is there again.
        Assert.All(pages.SkipLast(1), page => Assert.Matches($"随机抽查情况记录表{number}.*后续处置和依据", page));
        foreach (var box in new[] { "被检查单位", "检查人员", "组长审核", "公示审批" })
            Assert.Contains(box, pages[^1], StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(pages[^1], "签字（盖章）"));
    }

    [Fact]
    public async Task The_notice_says_what_is_checked_and_what_the_enterprise_may_do()
    {
        var pages = await PrintAsync("console/prints/{drawId}/{uscc}/notice");

        var text = string.Concat(pages);
        foreach (var part in new[] { "行政检查通知书", "检查事项", "检查人员", "出示执法证件", "申请其回避", "陈述、申辩", "印章" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    /// <summary>The text of each page, without the spaces that a printed line has anywhere.</summary>
    private async Task<IReadOnlyList<string>> PrintAsync(string route)
    {
        byte[] pdf = [];
        await chromium.VisitAsync(office.App.Address, Screen.Desk, async visit =>
        {
            await office.SignInAsync(visit.Page, Role.Head);
            Assert.Equal(200, await visit.OpenAsync(office.Addresses[route]));
            await Assertions.Expect(visit.Page.Locator("svg.qr")).ToBeVisibleAsync();
            pdf = await visit.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = false });
        });
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page =>
        {
            Assert.InRange(page.Width, A4Width - 1, A4Width + 1);
            Assert.InRange(page.Height, A4Height - 1, A4Height + 1);
            return Plain(page.Text);
        })];
    }

    private static string Plain(string text) => Radicals.Aggregate(
        Regex.Replace(text, @"\s", ""), static (plain, pair) => plain.Replace(pair[0], pair[1], StringComparison.Ordinal));
}

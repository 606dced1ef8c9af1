using System.Net;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages;

public sealed class EmptyPageTests
{
    [Fact]
    public async Task A_page_without_anything_to_show_says_why_and_what_next()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var (path, why) in new[]
        {
            ("/", "还没有抽取公告"), ("/draws", "抽取公告"), ("/results", "还没有公示的结果"), ("/plans", "还没有公布年度计划"), ("/items", "还没有"),
            ("/statistics", "还没有统计"), ("/overdue", "没有逾期未公示的结果"), ("/corrections", "还没有更正过"), ("/open-data", "还没有文件"),
        })
        {
            var page = (await app.Anonymous.GetJson(path)).Expect(HttpStatusCode.OK).Text;
            Assert.Contains("class=\"empty\"", page, StringComparison.Ordinal);
            Assert.Contains(why, page, StringComparison.Ordinal);
        }
    }
}

using System.Net;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages;

public sealed class ResultPageTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task The_search_box_leads_from_a_code_to_its_enterprise_and_from_a_name_to_its_results()
    {
        var fixture = portal.Fixture;
        var result = fixture.Result;

        var byCode = await fixture.App.Anonymous.GetJson($"/search?q={result.Uscc[..4]} {result.Uscc[4..].ToLowerInvariant()}");
        var byName = await fixture.App.Anonymous.GetJson("/en/search?q=山水");

        Assert.Equal($"/enterprises/{result.Uscc}", byCode.Expect(HttpStatusCode.Found).Location);
        Assert.Contains(result.Name, (await fixture.App.Anonymous.GetJson(byCode.Location!)).Text, StringComparison.Ordinal);
        Assert.StartsWith("/en/results?q=", byName.Expect(HttpStatusCode.Found).Location, StringComparison.Ordinal);
        Assert.Contains(result.Name, (await fixture.App.Anonymous.GetJson(byName.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_keep_the_query_which_can_be_exported()
    {
        var fixture = portal.Fixture;

        var first = (await fixture.App.Anonymous.GetJson($"/results?limit=2&item={DrawFixture.ItemCode}")).Text;

        Assert.Contains($"?limit=2&amp;item={DrawFixture.ItemCode}&amp;cursor=", first, StringComparison.Ordinal);
        Assert.Contains($"/api/v1/public/results.csv?item={DrawFixture.ItemCode}\"", first, StringComparison.Ordinal);
        var seen = new HashSet<string>();
        for (var page = first; ;)
        {
            foreach (var name in page.Split("<th scope=\"row\"").Skip(1))
                Assert.True(seen.Add(name[..name.IndexOf("<br>", StringComparison.Ordinal)]), "a result is shown twice");
            var next = page.Split("rel=\"next\"")[0].Split("href=\"")[^1].Split('"')[0];
            if (!page.Contains("rel=\"next\"", StringComparison.Ordinal))
                break;
            page = (await fixture.App.Anonymous.GetJson("/results" + WebUtility.HtmlDecode(next))).Expect(HttpStatusCode.OK).Text;
        }

        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public async Task Results_are_sorted_over_all_pages_where_few_enough_fit()
    {
        var fixture = portal.Fixture;

        var names = new List<string>();
        for (var path = "/results?sort=Name&limit=3"; path.Length > 0;)
        {
            var page = (await fixture.App.Anonymous.GetJson(path)).Expect(HttpStatusCode.OK).Text;
            names.AddRange(page.Split("<th scope=\"row\"").Skip(1).Select(static row => row.Split("</a>")[0].Split('>')[^1]));
            path = page.Contains("rel=\"next\"", StringComparison.Ordinal)
                ? "/results" + WebUtility.HtmlDecode(page.Split("rel=\"next\"")[0].Split("href=\"")[^1].Split('"')[0])
                : "";
        }

        Assert.Equal(7, names.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.DoesNotContain("只能按公示时间排列", (await fixture.App.Anonymous.GetJson("/results?sort=&q=")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_checked_is_never_shown_as_sound()
    {
        var fixture = portal.Fixture;

        var page = (await fixture.App.Anonymous.GetJson("/results?q=东平百货")).Expect(HttpStatusCode.OK).Text;

        Assert.Contains("1 项未检查", page, StringComparison.Ordinal);
        Assert.DoesNotContain("badge good", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_records_of_a_firm_that_has_closed_stay()
    {
        var fixture = portal.Fixture;
        var found = (await fixture.App.Anonymous.GetJson("/api/v1/public/results?code=Closed")).Expect(HttpStatusCode.OK).Json["items"]!;
        var closed = (string)Assert.Single(found)["uscc"]!;

        var page = (await fixture.App.Anonymous.GetJson($"/enterprises/{closed}")).Expect(HttpStatusCode.OK).Text;

        Assert.Contains("已关闭停业", page, StringComparison.Ordinal);
        Assert.Contains("企业注销或迁出以后，记录仍然保留", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_result_shows_what_it_said_before_and_everything_that_followed_in_order()
    {
        var fixture = portal.Fixture;

        var page = (await fixture.App.Anonymous.GetJson($"/results/{fixture.Result.Id}")).Expect(HttpStatusCode.OK).Text;

        Assert.Contains("此前公示的内容", page, StringComparison.Ordinal);
        Assert.Contains("发现问题待后续处理", page, StringComparison.Ordinal);
        var course = page[page.IndexOf("class=\"timeline\"", StringComparison.Ordinal)..];
        var order = new[] { ">检查<", ">公示<", "后续处理完毕", "企业提出异议", "异议已答复", "更正（第 2 版）" }
            .Select(step => course.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Theory]
    [InlineData("/results?q=青", "两个字以上", HttpStatusCode.BadRequest)]
    [InlineData("/results?from=2026-12-02&to=2026-12-01", "开始日期在结束日期之后", HttpStatusCode.BadRequest)]
    [InlineData("/results?code=Fine", "有一个筛选条件读不懂", HttpStatusCode.BadRequest)]
    [InlineData("/results?uscc=123", "应为 18 位", HttpStatusCode.BadRequest)]
    [InlineData("/results?q=91379901MAF68DP16K", "校验位不对", HttpStatusCode.OK)]
    [InlineData("/results?q=没有这个名字", "这不表示没有问题", HttpStatusCode.OK)]
    [InlineData("/enterprises/91379901MAF68DP16J", "这不表示没有问题", HttpStatusCode.OK)]
    public async Task Whoever_finds_nothing_is_told_why(string path, string words, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Contains(words, (await app.Anonymous.GetJson(path)).Expect(status).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enterprise_has_one_address_however_its_code_was_typed()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(
            "/enterprises/91379901MAF68DP16J",
            (await app.Anonymous.GetJson("/enterprises/91379901maf68dp16j")).Expect(HttpStatusCode.Found).Location);
        (await app.Anonymous.GetJson("/enterprises/123")).Expect(HttpStatusCode.NotFound);
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Draws;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Pages.Console;

namespace Inspection.App.Tests.Pages;

public sealed partial class ContributePageTests
{
    [Fact]
    public async Task A_witness_gives_digits_on_a_page_and_finds_a_receipt_there_ever_after()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("区纪委监委")));
        var path = PathOf(draw);
        using var browser = new WebBrowser(fixture.App);
        await browser.OpenAsync(path);
        Assert.Contains("请给出 6 位数字", browser.Page, StringComparison.Ordinal);
        Assert.Contains("区纪委监委", browser.Page, StringComparison.Ordinal);

        await browser.SubmitAsync("", ("digits", "12345x"));
        Assert.Equal((HttpStatusCode.BadRequest, "12345x"), (browser.Status, browser.ValueOf("digits")));
        var (address, form) = browser.Fill("", ("digits", "316 627"));
        await browser.SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(form));
        Assert.Contains("回执", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("316627", browser.Page, StringComparison.Ordinal);
        // Sent twice, the second time finds the receipt of the first.
        await browser.SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(form));
        Assert.Equal((HttpStatusCode.OK, path), (browser.Status, browser.Address));

        await fixture.Service<AdvanceDraws>().RunAsync(TestContext.Current.CancellationToken);
        var record = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{(string)draw["id"]!}")).Expect(HttpStatusCode.OK);
        Assert.Equal("316627", (string?)record.Json["entropy"]!["contributions"]![0]!["value"]);
    }

    [Fact]
    public async Task The_secret_of_a_link_is_passed_on_by_nothing_on_its_page()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var path = PathOf(await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("区纪委监委"))));

        var page = await fixture.App.Anonymous.GetJson(path);

        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        // The switch of the language leads to the same page.
        Assert.Equal([$"/en{path}"], Addresses().Matches(page.Text).Select(match => match.Groups["to"].Value).Where(to => to.Contains(path[^20..], StringComparison.Ordinal)));
        var unknown = (await fixture.App.Anonymous.GetJson("/contribute/abc")).Expect(HttpStatusCode.NotFound);
        Assert.Contains("没有复制完整", unknown.Text, StringComparison.Ordinal);
    }

    private static string PathOf(Newtonsoft.Json.Linq.JToken draw) => $"/contribute/{(string)draw["links"]![0]!["link"]!}";

    [GeneratedRegex("(?:href|action)=\"(?<to>[^\"]*)\"")]
    private static partial Regex Addresses();
}

using System.Net;
using Inspection.App.Results;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Results;

namespace Inspection.App.Tests.Pages;

public sealed class ObjectionPageTests
{
    private static readonly (string, string)[] Filled =
        [("Form.Text", "检查日期\n登记有误"), ("Form.Name", "机密联系人"), ("Form.Phone", "13800000000")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_objection_is_made_on_a_page_and_its_answer_is_read_under_the_receipt_and_on_the_result()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var result = new ResultId(fixture.DrawId, await fixture.PublishedAsync());
        using var anybody = fixture.Draws.App.Anonymous;
        var form = await PageForm.OpenAsync(anybody, $"/objections/new?result={result}");

        var sent = await form.SendAsync(Filled);
        var again = await form.SendAsync(Filled);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(sent.Location, again.Location);
        Assert.Single(await fixture.Service<ObjectionStore>().OfResultAsync(result, Cancellation));
        var receipt = sent.Location.Split('/')[^1];
        var waiting = (await anybody.GetJson(sent.Location)).Expect(HttpStatusCode.OK).Text;
        Assert.Contains("异议已受理", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("机密", waiting, StringComparison.Ordinal);

        await fixture.Reviewer.PostJson($"/api/v1/objections/{receipt}", new { uphold = false, answer = "经复核，登记无误" });
        (await fixture.OtherReviewer.PostJson($"/api/v1/objections/{receipt}/review", new { approve = true })).Expect(HttpStatusCode.OK);

        foreach (var path in new[] { sent.Location, $"/results/{result}", $"/en/results/{result}" })
            Assert.Contains("经复核，登记无误", (await anybody.GetJson(path)).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal(sent.Location, (await anybody.GetJson($"/objections?receipt=%20{receipt.ToUpperInvariant()[..4]}%20{receipt[4..]}")).Expect(HttpStatusCode.Found).Location);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var result = new ResultId(fixture.DrawId, await fixture.PublishedAsync());
        var form = await PageForm.OpenAsync(fixture.Draws.App.Anonymous, $"/objections/new?result={result}");

        var (status, text, _) = await form.SendAsync([.. Filled[..2], ("Form.Phone", "请回电")]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#Form_Phone\"", text, StringComparison.Ordinal);
        Assert.Contains("登记有误", text, StringComparison.Ordinal);
        Assert.Contains("value=\"请回电\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("规则：", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_many_forms_come_from_one_address_and_reading_them_counts_for_none()
    {
        await using var fixture = await ResultFixture.StartAsync(settings: ("Limits:FormsPerHour", "2"));
        var result = new ResultId(fixture.DrawId, await fixture.PublishedAsync());
        using var anybody = fixture.Draws.App.Anonymous;
        var form = await PageForm.OpenAsync(anybody, $"/objections/new?result={result}");
        for (var i = 0; i < 3; i++)
            form = await PageForm.OpenAsync(anybody, $"/objections/new?result={result}");

        Assert.Equal(HttpStatusCode.BadRequest, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(Filled)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await form.SendAsync(Filled)).Status);
    }

    [Theory]
    [InlineData("/objections/new", HttpStatusCode.OK, "请先找到这项结果")]
    [InlineData("/objections/new?result=none", HttpStatusCode.NotFound, "没有找到这个页面")]
    [InlineData("/objections/00000000000000000000", HttpStatusCode.NotFound, "没有找到这个页面")]
    [InlineData("/objections?receipt=abc", HttpStatusCode.NotFound, "没有这个受理编号")]
    public async Task Whoever_has_no_result_or_no_receipt_is_told_what_to_do(string path, HttpStatusCode status, string words)
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous;
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Contains(words, (await client.GetJson(path)).Expect(status).Text, StringComparison.Ordinal);
    }
}

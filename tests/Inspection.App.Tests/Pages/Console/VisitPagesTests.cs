using System.Net;
using Inspection.App.Results;
using Inspection.App.Tests.Results;

namespace Inspection.App.Tests.Pages.Console;

public sealed class VisitPagesTests
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task An_inspector_saves_a_draft_reads_what_is_submitted_and_submits_it()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var browser = await fixture.TeamBrowserAsync(uscc);
        await browser.OpenAsync("/console/visits?show=Unrecorded");
        Assert.Contains($"href=\"{fixture.Visit(uscc)}\"", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(fixture.Visit(uscc));
        Assert.Contains("公示信息检查", browser.Page, StringComparison.Ordinal);

        await browser.OpenAsync(fixture.Visit(uscc, "record"));
        await browser.SubmitAsync("", FieldForms.Result(code: "", disposal: "None", finding: "先记一笔"));
        Assert.Equal(fixture.Visit(uscc, "record"), browser.Address);
        Assert.Contains("草稿已保存", browser.Page, StringComparison.Ordinal);
        Assert.Contains("先记一笔", browser.Page, StringComparison.Ordinal);

        // What is still missing is said at its field, and nothing that was typed is lost.
        await browser.PressAsync("Continue", FieldForms.Result(code: "", disposal: "None", finding: "先记一笔"));
        Assert.StartsWith(fixture.Visit(uscc, "record"), browser.Address, StringComparison.Ordinal);
        Assert.Contains("href=\"#Input_Items_0__Code\"", browser.Page, StringComparison.Ordinal);

        await browser.PressAsync("Continue", FieldForms.Result());
        Assert.Equal(fixture.Visit(uscc, "submit"), browser.Address);
        Assert.Contains("这 2 项结果由没有参与录入的审核员审核", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("");
        Assert.Equal((HttpStatusCode.OK, fixture.Visit(uscc)), (browser.Status, browser.Address));
        var result = (await fixture.ResultOf(uscc))!;
        Assert.Equal((ResultState.Submitted, ResultCode.Corrected), (result.State, result.Terms.Items[0].Code!.Value));
        await browser.OpenAsync(fixture.Visit(uscc, "record"));
        Assert.Equal(fixture.Visit(uscc), browser.Address);
    }

    [Fact]
    public async Task Two_who_change_the_same_result_see_both_versions_and_the_second_decides()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var first = await fixture.TeamBrowserAsync(uscc);
        using var second = await fixture.TeamBrowserAsync(uscc, 1);
        await first.OpenAsync(fixture.Visit(uscc, "record"));
        await second.OpenAsync(fixture.Visit(uscc, "record"));
        await first.SubmitAsync("", FieldForms.Result(finding: "第一人写的"));

        await second.SubmitAsync("", FieldForms.Result(finding: "第二人写的"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("第一人写的", second.Page, StringComparison.Ordinal);
        Assert.Contains("第二人写的", second.Page, StringComparison.Ordinal);
        Assert.Equal("第一人写的", (await fixture.ResultOf(uscc))!.Terms.Items[0].Finding);
        await second.SubmitAsync("", FieldForms.Result(finding: "第二人写的"));
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal("第二人写的", (await fixture.ResultOf(uscc))!.Terms.Items[0].Finding);
    }

    [Fact]
    public async Task Photos_come_with_the_form_and_whoever_adds_one_is_in_nobodys_way()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var first = await fixture.TeamBrowserAsync(uscc);
        using var second = await fixture.TeamBrowserAsync(uscc, 1);
        await first.OpenAsync(fixture.Visit(uscc, "record"));
        await SendFileAsync(first, "", "现场.jpg", Photo);
        await second.OpenAsync(fixture.Visit(uscc, "record"));
        Assert.Contains("现场.jpg", second.Page, StringComparison.Ordinal);

        await SendFileAsync(first, "", "list.txt", "no photo"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, first.Status);
        Assert.Contains("不支持这种文件", first.Page, StringComparison.Ordinal);
        var kept = await SendFileAsync(first, "?handler=Keep", "门头.jpg", [.. Photo, 4]);
        Assert.Contains("data-kept=\"saved\"", kept, StringComparison.Ordinal);
        Assert.Contains("门头.jpg", kept, StringComparison.Ordinal);

        await second.SubmitAsync("", FieldForms.Result(finding: "第二人改的"));
        Assert.Equal(HttpStatusCode.OK, second.Status);
        var sha256 = (await fixture.ResultOf(uscc))!.Evidence[0].Sha256;
        await second.PressAsync($"TakeBack&sha256={sha256}", FieldForms.Result(finding: "第二人又改的"));
        var result = (await fixture.ResultOf(uscc))!;
        Assert.Equal("第二人又改的", result.Terms.Items[0].Finding);
        Assert.Equal("门头.jpg", Assert.Single(result.Evidence).FileName);
    }

    [Fact]
    public async Task The_script_is_told_what_became_of_its_draft()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var first = await fixture.TeamBrowserAsync(uscc);
        using var second = await fixture.TeamBrowserAsync(uscc, 1);
        await first.OpenAsync(fixture.Visit(uscc, "record"));
        await second.OpenAsync(fixture.Visit(uscc, "record"));

        Assert.Contains("data-kept=\"refused\"", await KeepAsync(first, FieldForms.Result(day: "2027-01-01")), StringComparison.Ordinal);
        Assert.Null(await fixture.ResultOf(uscc));
        await first.OpenAsync(fixture.Visit(uscc, "record"));
        Assert.Contains("data-kept=\"saved\"", await KeepAsync(first, FieldForms.Result()), StringComparison.Ordinal);
        Assert.Contains("data-kept=\"conflict\"", await KeepAsync(second, FieldForms.Result(finding: "另一个人")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_ends_while_somebody_records_loses_nothing_that_was_typed()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        using var browser = await fixture.TeamBrowserAsync(uscc);
        await browser.OpenAsync(fixture.Visit(uscc, "record"));
        browser.Forget("inspection-session");

        await SendFileAsync(browser, "?handler=Continue", "现场.jpg", Photo);
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        using var member = await fixture.MemberOf(uscc);
        await browser.SubmitAsync("/sign-in", ("token", member.DefaultRequestHeaders.Authorization!.Parameter!));
        await browser.SubmitAsync("/record");

        Assert.Contains("无温度记录，已补齐", browser.Page, StringComparison.Ordinal);
        Assert.Null(await fixture.ResultOf(uscc));
        await browser.PressAsync("Continue", FieldForms.Result());
        Assert.Equal(fixture.Visit(uscc, "submit"), browser.Address);
    }

    [Fact]
    public async Task Only_the_team_records_and_others_see_what_they_may()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.FirstVisitAsync();
        var team = await fixture.TeamOf(uscc);
        using var stranger = await fixture.BrowserAsync(Enumerable.Range(0, 99).Select(n => $"SJ-{n:d3}").First(id => !team.Contains(id)));
        using var reviewer = await fixture.ReviewerAsync();

        await stranger.OpenAsync(fixture.Visit(uscc));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await reviewer.OpenAsync(fixture.Visit(uscc, "record"));
        Assert.Equal((HttpStatusCode.OK, fixture.Visit(uscc)), (reviewer.Status, reviewer.Address));
        Assert.DoesNotContain("录入结果", reviewer.Page, StringComparison.Ordinal);
    }

    private static async Task<string> KeepAsync(WebBrowser browser, (string Name, string Value)[] fields) =>
        (await browser.PressAsync("Keep", fields)).Page;

    private static async Task<string> SendFileAsync(WebBrowser browser, string query, string name, byte[] bytes)
    {
        var (address, all) = browser.Fill("", FieldForms.Result());
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "Files", name } };
        foreach (var (field, value) in all)
            form.Add(new StringContent(value), field);
        return (await browser.SendAsync(HttpMethod.Post, address.Split('?')[0] + query, form)).Page;
    }
}

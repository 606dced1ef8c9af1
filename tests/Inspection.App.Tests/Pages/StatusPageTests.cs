using System.Net;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages;

public sealed class StatusPageTests
{
    [Theory]
    [InlineData("/nothing", "<html lang=\"zh-CN\">", "href=\"/draws\"")]
    [InlineData("/en/nothing", "<html lang=\"en\">", "href=\"/en/draws\"")]
    [InlineData("/draws/nothing", "<html lang=\"zh-CN\">", "href=\"/draws\"")]
    public async Task A_person_who_asks_for_what_is_not_there_gets_a_page_that_leads_on(string path, string language, string link)
    {
        await using var app = await TestApp.StartAsync();

        var answer = await AskAsync(app, HttpMethod.Get, path);

        answer.Expect(HttpStatusCode.NotFound);
        Assert.Equal("text/html", answer.MediaType);
        Assert.Contains(language, answer.Text, StringComparison.Ordinal);
        Assert.Contains(link, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cache-Control", answer.Headers.Keys);
    }

    [Fact]
    public async Task A_program_gets_problem_details_whatever_it_accepts()
    {
        await using var app = await TestApp.StartAsync();

        (await AskAsync(app, HttpMethod.Get, "/api/v1/nothing")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await app.Anonymous.GetJson("/nothing")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_fails_shows_a_page_with_the_number_of_the_problem_and_nothing_of_the_reason()
    {
        await using var app = await TestApp.StartAsync(ProbeController.Options);

        var answer = await AskAsync(app, HttpMethod.Post, "/probe/broken");

        answer.Expect(HttpStatusCode.InternalServerError);
        Assert.Equal("text/html", answer.MediaType);
        Assert.Contains("问题编号", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ProbeController.Secret, answer.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/draws?cursor=!", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/me", HttpStatusCode.Unauthorized)]
    [InlineData("/status/500", HttpStatusCode.NotFound)]
    public async Task Each_refusal_keeps_its_status(string path, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();

        (await AskAsync(app, HttpMethod.Get, path)).Expect(status);
    }

    private static async Task<Answer> AskAsync(TestApp app, HttpMethod method, string path)
    {
        using var client = app.Anonymous;
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}

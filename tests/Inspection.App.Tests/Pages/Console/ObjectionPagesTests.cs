using System.Net;
using Inspection.App.Results;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Results;

namespace Inspection.App.Tests.Pages.Console;

public sealed class ObjectionPagesTests
{
    [Fact]
    public async Task One_reviewer_answers_an_objection_and_another_returns_and_then_approves_it()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        var sent = await fixture.Draws.App.Anonymous.PostJson(
            "/api/v1/public/objections", new { resultId = $"{fixture.DrawId}-{uscc}", name = "王某", text = "当天没有人来检查", phone = "13800000000" });
        var page = $"/console/objections/{(string)sent.Expect(HttpStatusCode.Created).Json["receipt"]!}";
        using var one = await fixture.ReviewerAsync();
        using var other = await fixture.ReviewerAsync("qian");
        await one.OpenAsync("/console/objections");
        Assert.Contains($"href=\"{page}\"", one.Page, StringComparison.Ordinal);

        await one.OpenAsync(page);
        Assert.Contains("当天没有人来检查", one.Page, StringComparison.Ordinal);
        await one.PressAsync("Answer", ("Answer", "经查不成立"));
        Assert.Contains("href=\"#Uphold\"", one.Page, StringComparison.Ordinal);
        await one.PressAsync("Answer", ("Uphold", "false"), ("Answer", "经查不成立"));
        Assert.Equal("/console/objections", one.Address);
        await one.OpenAsync(page);
        Assert.DoesNotContain("handler=Approve", one.Page, StringComparison.Ordinal);
        await other.OpenAsync(page);
        await other.PressAsync("Return", ("Opinion", "写明依据"));
        await one.OpenAsync(page);
        Assert.Contains("写明依据", one.Page, StringComparison.Ordinal);
        await one.PressAsync("Answer", ("Uphold", "false"), ("Answer", "经查，有现场照片为证"));
        await other.OpenAsync(page);
        await other.PressAsync("Approve");

        Assert.Equal(ObjectionState.Dismissed, (await fixture.Service<ObjectionStore>().FindAsync(page.Split('/')[^1], TestContext.Current.CancellationToken))!.State);
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Results;
using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Portal;

public sealed class ObjectionJourneyTests(Chromium chromium)
{
    private const string Answer = "经复核，检查日期登记有误，已更正。";

    [Fact]
    public async Task An_enterprise_objects_and_reads_the_answer_by_mouse_by_keyboard_and_without_scripts()
    {
        await using var fixture = await ResultFixture.StartAsync(kestrel: true);
        foreach (var way in Enum.GetValues<Way>())
        {
            var uscc = await fixture.PublishedAsync(visit: (int)way);
            await Hand.VisitAsync(chromium, fixture.Draws.App.Address, way, (page, hand) => ObjectAsync(fixture, uscc, page, hand));
        }
    }

    private static async Task ObjectAsync(ResultFixture fixture, string uscc, IPage page, Hand hand)
    {
        await page.GotoAsync("/");
        await hand.TypeAsync(page.GetByRole(AriaRole.Searchbox), uscc);
        await page.Keyboard.PressAsync("Enter");
        await hand.UseAsync(page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link));
        await hand.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "对这项结果提出异议" }));

        await hand.TypeAsync(page.GetByLabel("哪里不对，应当是什么"), "检查日期不对。");
        await hand.TypeAsync(page.GetByLabel("您的姓名"), "张三");
        await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "提交异议" }));
        await Assertions.Expect(page.Locator(".errors")).ToContainTextAsync("电话或电子邮箱");
        await Assertions.Expect(page.GetByLabel("哪里不对，应当是什么")).ToHaveValueAsync("检查日期不对。");
        await hand.TypeAsync(page.GetByLabel("电话", new() { Exact = true }), "0532-85912345");
        await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "提交异议" }));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/objections/[0-9a-z]{20}$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("异议已受理");

        var receipt = page.Url.Split('/')[^1];
        (await fixture.Reviewer.PostJson($"/api/v1/objections/{receipt}", new { uphold = true, answer = Answer })).Expect(HttpStatusCode.OK);
        (await fixture.OtherReviewer.PostJson($"/api/v1/objections/{receipt}/review", new { approve = true })).Expect(HttpStatusCode.OK);

        await page.GotoAsync("/objections");
        await hand.TypeAsync(page.GetByLabel("受理编号"), receipt);
        await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "查看" }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Answer);
        await hand.UseAsync(page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("2026年11月10日") }));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/results/.*{uscc}$"));
        // It was opened within the minute for which a page is kept.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync(Answer);
    }
}

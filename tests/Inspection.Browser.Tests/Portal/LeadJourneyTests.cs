using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Oversight;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Results;
using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace Inspection.Browser.Tests.Portal;

public sealed class LeadJourneyTests(Chromium chromium)
{
    private const string Words = "后厨冷柜最下层的原料过期，日期标签被撕掉。";

    [Fact]
    public async Task A_lead_goes_from_the_form_to_a_published_targeted_result()
    {
        await using var fixture = await ResultFixture.StartAsync(kestrel: true);
        var address = fixture.Draws.App.Address;
        var receipt = "";
        foreach (var way in Enum.GetValues<Way>())
            await Hand.VisitAsync(chromium, address, way, async (page, hand) => receipt = await ReportAsync(page, hand, $"青檀路小吃店（{way}）", way));

        var uscc = await InspectAsync(fixture);

        await Hand.VisitAsync(chromium, address, Way.Mouse, async (page, hand) =>
        {
            await page.GotoAsync("/leads");
            await hand.TypeAsync(page.GetByLabel("受理编号"), receipt);
            await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "查看" }));
            await Assertions.Expect(page.Locator(".badge")).ToContainTextAsync("已检查");
            await hand.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "查看公示的结果" }));
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/results/{fixture.DrawId}-{uscc}$"));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("按名单检查：线索核查");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("不是随机抽取的");
            await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("小吃店");
        });
    }

    private static async Task<string> ReportAsync(IPage page, Hand hand, string subject, Way way)
    {
        await page.GotoAsync("/");
        await hand.UseAsync(page.Locator(".site-map").GetByRole(AriaRole.Link, new() { Name = "提供线索" }));
        await hand.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "提供线索" }).First);
        await hand.TypeAsync(page.GetByLabel("哪家企业"), subject);
        await hand.TypeAsync(page.GetByLabel("发现了什么"), Words);
        if (way == Way.Mouse)
        {
            await page.GetByLabel("照片和文件").SetInputFilesAsync(
                new FilePayload { Name = "冷柜.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3] });
        }

        await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "提交线索" }));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/leads/[0-9a-z]{20}$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("线索已收到");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("冷柜");
        return page.Url.Split('/')[^1];
    }

    /// <summary>What the authority does about the last of the leads: a targeted task, its visit, a published result.</summary>
    private static async Task<string> InspectAsync(ResultFixture fixture)
    {
        var draws = fixture.Draws;
        var leads = (await draws.Scheduler.GetJson("/api/v1/oversight/leads")).Expect(HttpStatusCode.OK).Json["items"]!;
        Assert.Contains(leads, static lead => lead["files"]!.Any());
        var lead = leads.Single(static lead => ((string)lead["subject"]!).Contains(nameof(Way.NoScripts), StringComparison.Ordinal));
        var uscc = (await draws.Service<App.Directory.EnterpriseStore>().ListAsync(TestContext.Current.CancellationToken)
            .FirstAsync(TestContext.Current.CancellationToken)).Uscc.ToString();
        var confirmed = (await draws.Scheduler.PostJson($"/api/v1/oversight/leads/{(string)lead["id"]!}/confirm", new
        {
            uscc,
            title = "食品经营专项检查",
            itemCodes = new[] { DrawFixture.ItemCode },
            departments = new[] { new { department = DrawFixture.Market, size = 2 } },
            startsOn = "2026-11-13",
            endsOn = "2026-11-30",
            entropy = new { kind = "none" },
            answer = "已安排检查",
        })).Expect(HttpStatusCode.OK).Json;
        var task = (string)confirmed["taskId"]!;
        (await draws.Head.PostJson($"/api/v1/tasks/{task}/approve")).Expect(HttpStatusCode.OK);
        fixture.DrawId = (string)(await draws.Scheduler.PostJson($"/api/v1/tasks/{task}/draw")).Expect(HttpStatusCode.Created).Json["id"]!;
        (await draws.Scheduler.PostJson($"/api/v1/draws/{fixture.DrawId}/reveal")).Expect(HttpStatusCode.OK);
        draws.App.Time.Advance(TimeSpan.FromDays(3));
        await fixture.PublishedAsync(JObject.FromObject(new
        {
            method = "OnSite",
            inspectedOn = "2026-11-14",
            items = new[] { new { itemCode = DrawFixture.ItemCode, @checked = true, code = "Pending", disposal = "Rectify", finding = "原料过期" } },
        }));
        await draws.Service<Oversee>().RunAsync(TestContext.Current.CancellationToken);
        return uscc;
    }
}

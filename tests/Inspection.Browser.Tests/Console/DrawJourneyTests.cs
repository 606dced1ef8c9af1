using System.Text.RegularExpressions;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Pages.Console;
using Inspection.Browser.Tests.Browser;
using Inspection.Browser.Tests.Portal;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Console;

/// <summary>From a new task to the result of its draw, by everybody who has a part in it, in windows of their own.</summary>
public sealed class DrawJourneyTests(Chromium chromium)
{
    private const string Title = "2026年12月食品经营双随机抽查";
    private const string Witnesses = "区纪委监委派驻组\n企业代表李建国";

    private static readonly string[] Digits = ["316627", "080915"];

    [Theory]
    [InlineData(Way.Mouse)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.NoScripts)]
    public async Task A_scheduler_plans_a_head_approves_two_witnesses_give_digits_and_everybody_sees_the_result(Way way)
    {
        await using var fixture = await DrawFixture.StartAsync(kestrel: true);
        var task = "";
        await AsAsync(fixture, way, Role.Scheduler, async (visit, hand) => task = await WriteAsync(visit, hand));
        await AsAsync(fixture, way, Role.Head, async (visit, hand) =>
        {
            await visit.OpenAsync(task);
            await GoAsync(visit, hand, Link(visit, "核对并批准"), "/approve$");
            await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("可抽取 40 户，预计抽中 9 户");
            await hand.UseAsync(Button(visit, "批准"));
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已批准");
        });

        await AsAsync(fixture, way, Role.Scheduler, async (visit, hand) =>
        {
            await visit.OpenAsync(task);
            await GoAsync(visit, hand, Link(visit, "发布抽取公告"), "/draw$");
            await hand.TypeAsync(visit.Page.GetByLabel("请输入“40”以确认"), "40");
            await GoAsync(visit, hand, Button(visit, "发布公告"), "/links$");
            var links = await visit.Page.Locator("a.address").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
            Assert.Equal(2, links.Length);
            if (hand.HasScripts)
                await visit.AssertSoundAsync();
            await GoAsync(visit, hand, Link(visit, "已经交给见证人，打开大屏"), "/ceremony$");
            await Assertions.Expect(visit.Page.Locator(".huge")).ToHaveTextAsync("0 / 2 位见证人已开号");
            foreach (var (link, digits) in links.Zip(Digits))
                await GiveAsync(fixture, way, link, digits);

            // The wall follows by itself, with a script or without.
            await Assertions.Expect(visit.Page.Locator(".huge")).ToHaveTextAsync("全部开号，正在抽取", new() { Timeout = 15_000 });
            await GoAsync(visit, hand, Link(visit, "回到抽取"), "/draws/[^/]+$");
            await GoAsync(visit, hand, Link(visit, "马上抽取"), "/reveal$");
            await hand.UseAsync(Button(visit, "抽取"));
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("抽取完成：从 40 户中抽取了 9 户");
            await hand.UseAsync(Link(visit, "公开页面"));
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title);
            await Assertions.Expect(visit.Page.Locator(".codes > li")).ToHaveCountAsync(9);
        });
    }

    /// <summary>Writes a task step by step and submits it.</summary>
    /// <returns>Where it is.</returns>
    private static async Task<string> WriteAsync(Visit visit, Hand hand)
    {
        var page = visit.Page;
        await visit.OpenAsync("/console/tasks");
        await GoAsync(visit, hand, Link(visit, "新建任务"), "/new$");
        await GoAsync(visit, hand, Button(visit, "开始填写"), "/scope$");
        await hand.TypeAsync(page.GetByLabel("任务名称"), Title);
        await hand.CheckAsync(page.GetByLabel(DrawFixture.Market, new() { Exact = true }));
        await hand.CheckAsync(page.GetByLabel(new Regex("登记事项检查")));
        await GoAsync(visit, hand, Button(visit, "保存并继续"), "/left-out$");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("范围内的企业都可以抽取");
        await GoAsync(visit, hand, Button(visit, "保存并继续"), "/sampling$");
        await hand.ReplaceAsync(page.GetByLabel("A 类的比例（%）"), "12.5");
        await hand.ReplaceAsync(page.GetByLabel("B 类的比例（%）"), "20");
        await hand.ReplaceAsync(page.GetByLabel("C 类的比例（%）"), "40");
        if (hand.HasScripts)
            await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync("预计抽中 9 户");
        await GoAsync(visit, hand, Button(visit, "保存并继续"), "/teams$");
        await GoAsync(visit, hand, Button(visit, "保存并继续"), "/randomness$");
        await hand.ReplaceAsync(page.GetByLabel("见证人，每行一位"), Witnesses);
        await GoAsync(visit, hand, Button(visit, "保存并继续"), "/check$");
        await hand.UseAsync(Button(visit, "提交负责人批准"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("等待负责人批准");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Uses something that leads to another page, and waits until that is there.</summary>
    private static async Task GoAsync(Visit visit, Hand hand, ILocator target, string address)
    {
        await hand.UseAsync(target);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex(address));
        await hand.AwaitScriptsAsync();
    }

    /// <summary>A witness, who is not signed in and has nothing but the own link.</summary>
    private Task GiveAsync(DrawFixture fixture, Way way, string link, string digits) =>
        chromium.VisitAsync(fixture.App.Address, ScreenOf(way) with { Width = 360 }, async visit =>
        {
            var hand = new Hand(visit.Page, way);
            await visit.OpenAsync(link);
            await hand.TypeAsync(visit.Page.GetByLabel("您的 6 位数字"), digits);
            await hand.UseAsync(Button(visit, "提交，不再更改"));
            await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("已收到您的数字");
            await Assertions.Expect(visit.Page.Locator("main")).Not.ToContainTextAsync(digits);
        });

    private async Task AsAsync(DrawFixture fixture, Way way, string role, Func<Visit, Hand, Task> part)
    {
        var session = await WebBrowser.SessionAsync(fixture.App, role);
        await chromium.VisitAsync(fixture.App.Address, ScreenOf(way), async visit =>
        {
            await Office.SignInAsync(visit.Page, fixture.App, session);
            await part(visit, new Hand(visit.Page, way));
        });
    }

    private static Screen ScreenOf(Way way) => Screen.Desk with { Scripts = way != Way.NoScripts };

    private static ILocator Link(Visit visit, string name) => visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Button(Visit visit, string name) => visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}

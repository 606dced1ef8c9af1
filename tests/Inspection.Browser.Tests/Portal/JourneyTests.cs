using System.Text.RegularExpressions;
using Inspection.App.Tests.Pages;
using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Portal;

/// <summary>What people come for, done with a mouse, with the keyboard alone, and in a browser that runs no scripts.</summary>
public sealed class JourneyTests(Chromium chromium, Portal portal)
{
    [Theory]
    [InlineData(Way.Mouse)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.NoScripts)]
    public Task Somebody_finds_an_enterprises_result_and_how_it_was_drawn(Way way) => VisitAsync(portal.Fixture, way, async (page, hand) =>
    {
        var result = portal.Fixture.Result;
        await page.GotoAsync("/");

        await hand.TypeAsync(page.GetByRole(AriaRole.Searchbox), result.Name[..4]);
        await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "查询" }));
        await hand.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = result.Name }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(result.Name);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("这项结果公示后更正过");

        await hand.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "它是怎样被抽中的" }));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/draws/{result.DrawId}$"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("位见证人现场开号产生");
        await Assertions.Expect(page.Locator(".codes")).ToContainTextAsync(result.Uscc);

        // The verifier is the one thing that wants scripts.
        await hand.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "自己核对这次抽取" }));
        if (way == Way.NoScripts)
        {
            await Assertions.Expect(page.GetByText("inspection verify public.json")).ToBeVisibleAsync();
            return;
        }

        await hand.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "开始核对" }));
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("全部通过", new() { Timeout = 60_000 });
    });

    [Theory]
    [InlineData(Way.Mouse)]
    [InlineData(Way.Keyboard)]
    [InlineData(Way.NoScripts)]
    public Task From_the_first_page_an_enterprises_results_are_one_step_away_by_its_code(Way way) => VisitAsync(portal.Fixture, way, async (page, hand) =>
    {
        var uscc = portal.Fixture.Result.Uscc;
        await page.GotoAsync("/");

        await hand.TypeAsync(page.GetByRole(AriaRole.Searchbox), $"{uscc[..8]} {uscc[8..]}");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/enterprises/{uscc}$"));
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync(portal.Fixture.Result.Name);
    });

    private Task VisitAsync(PortalFixture fixture, Way way, Func<IPage, Hand, Task> journey) =>
        Hand.VisitAsync(chromium, fixture.App.Address, way, journey);
}

using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Portal;

/// <summary>How somebody uses a page.</summary>
public enum Way
{
    Mouse,
    Keyboard,

    /// <summary>With a mouse, in a browser that runs no scripts.</summary>
    NoScripts,
}

/// <summary>Uses a page the way somebody does: the same journey for all of them.</summary>
internal sealed class Hand(IPage page, Way way)
{
    private const int MostTabs = 200;
    private const int MostSteps = 50;

    public bool HasScripts => way != Way.NoScripts;

    /// <summary>Opens a window and goes on a journey in it.</summary>
    public static Task VisitAsync(Chromium chromium, Uri host, Way way, Func<IPage, Hand, Task> journey) => chromium.VisitAsync(
        host, Screen.Desk with { Scripts = way != Way.NoScripts }, visit => journey(visit.Page, new Hand(visit.Page, way)));

    /// <summary>Waits for the page's scripts, where there are any: before them a page is not what it will be.</summary>
    public Task AwaitScriptsAsync() =>
        HasScripts ? page.WaitForFunctionAsync("() => document.readyState === 'complete'") : Task.CompletedTask;

    /// <summary>Goes to a link or a button and uses it.</summary>
    public async Task UseAsync(ILocator target)
    {
        if (way != Way.Keyboard)
        {
            await target.ClickAsync();
            return;
        }

        await ReachAsync(target);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field and types.</summary>
    public async Task TypeAsync(ILocator target, string text)
    {
        if (way == Way.Keyboard)
            await ReachAsync(target);
        else
            await target.ClickAsync();
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a field and types in place of what is there.</summary>
    public async Task ReplaceAsync(ILocator target, string text)
    {
        if (way == Way.Keyboard)
            await ReachAsync(target);
        else
            await target.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a box and checks it.</summary>
    public async Task CheckAsync(ILocator target)
    {
        if (way != Way.Keyboard)
        {
            await target.CheckAsync();
            return;
        }

        await ReachAsync(target);
        await page.Keyboard.PressAsync("Space");
    }

    /// <summary>Goes to a list of choices and takes one, which stands below the one that is chosen.</summary>
    public async Task ChooseAsync(ILocator target, string value)
    {
        if (way != Way.Keyboard)
        {
            await target.SelectOptionAsync(value);
            return;
        }

        await ReachAsync(target);
        for (var i = 0; i < MostSteps; i++)
        {
            if (await target.InputValueAsync() == value)
                return;
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"{target} does not come to {value} in {MostSteps} steps of the arrow key");
    }

    // Nobody who has a keyboard alone can point at anything: they step there.
    private async Task ReachAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            if (await target.EvaluateAsync<bool>("target => target === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} is not reached in {MostTabs} steps of the Tab key");
    }
}

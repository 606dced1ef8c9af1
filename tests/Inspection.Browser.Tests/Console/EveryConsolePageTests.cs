using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Console;

/// <summary>What holds for every page of the console. The pages are those that the running app has, so none is forgotten.</summary>
public sealed class EveryConsolePageTests(Chromium chromium, Office office)
{
    private static readonly int[] Widths = [360, 768, 1440];

    [Fact]
    public Task Every_page_is_sound_on_every_screen() => VisitAllAsync("", async visit =>
    {
        // Loaded once and then looked at in every window: nothing is made for one width.
        foreach (var width in Widths)
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
                await visit.AssertSoundAsync();
            }
        }
    });

    [Fact]
    public Task Every_page_is_sound_in_English() => VisitAllAsync("/en", async visit =>
    {
        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        await visit.AssertSoundAsync();
    });

    private async Task VisitAllAsync(string prefix, Func<Visit, Task> look)
    {
        foreach (var pages in office.Pages().GroupBy(page => page.Role))
        {
            await chromium.VisitAsync(office.App.Address, new Screen(360, ColorScheme.Light), async visit =>
            {
                await office.SignInAsync(visit.Page, pages.Key);
                foreach (var (path, _) in pages)
                {
                    Assert.True(await visit.OpenAsync(prefix + path) == 200, $"{prefix}{path} as {pages.Key}");
                    await Assertions.Expect(visit.Page.Locator("h1")).ToHaveCountAsync(1);
                    await look(visit);
                }
            });
        }
    }
}

using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Portal;

/// <summary>What holds for every public page. The pages are those that the running app has, so none is forgotten.</summary>
public sealed class EveryPageTests(Chromium chromium, Portal portal)
{
    private const long MostBytes = 60_000;

    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public Task Every_page_is_sound_on_every_screen(int width, ColorScheme colours) =>
        chromium.VisitAsync(portal.Address, new Screen(width, colours), async visit =>
        {
            foreach (var path in portal.Fixture.Paths())
            {
                Assert.Equal(StatusOf(path), await visit.OpenAsync(path));
                await visit.AssertSoundAsync();
            }
        });

    [Fact]
    public Task Every_page_is_sound_in_English() =>
        chromium.VisitAsync(portal.Address, new Screen(360, ColorScheme.Light), async visit =>
        {
            foreach (var path in portal.Fixture.Paths())
            {
                Assert.Equal(StatusOf(path), await visit.OpenAsync("/en" + path));
                await visit.AssertSoundAsync();
                Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
            }
        });

    [Fact]
    public async Task The_first_load_of_every_page_is_light()
    {
        foreach (var path in portal.Fixture.Paths())
        {
            // A window of its own each time, which has kept nothing.
            await chromium.VisitAsync(portal.Address, new Screen(360, ColorScheme.Light), async visit =>
            {
                var bytes = await visit.WeighAsync(path);
                Assert.True(bytes is > 0 and < MostBytes, $"{path} weighs {bytes} bytes over the wire; {MostBytes} are the most");
            });
        }
    }

    [Fact]
    public Task The_first_key_skips_to_the_content_and_what_has_the_focus_is_outlined() =>
        chromium.VisitAsync(portal.Address, Screen.Desk, async visit =>
        {
            foreach (var path in portal.Fixture.Paths())
            {
                await visit.OpenAsync(path);
                await visit.Page.Keyboard.PressAsync("Tab");
                var skip = visit.Page.Locator(".skip");
                await Assertions.Expect(skip).ToBeFocusedAsync();
                await Assertions.Expect(skip).ToBeInViewportAsync();
                Assert.NotEqual("none", await skip.EvaluateAsync<string>("link => getComputedStyle(link).outlineStyle"));
                await visit.Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();
            }
        });

    private static int StatusOf(string path) => path.StartsWith("/status/", StringComparison.Ordinal) ? 404 : 200;
}

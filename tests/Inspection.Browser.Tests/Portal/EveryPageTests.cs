using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Portal;

/// <summary>
/// What holds for every public page. The pages are those that the running app has, so none is forgotten. Each is loaded once
/// and looked at from every side, and all that is wrong is told at once.
/// </summary>
public sealed class EveryPageTests(Chromium chromium, Portal portal)
{
    private const long MostBytes = 60_000;

    [Fact]
    public Task Every_page_is_light_goes_by_keyboard_and_is_sound_on_every_screen() =>
        VisitAllAsync("", static async (visit, path) =>
        {
            var (status, bytes) = await visit.WeighAsync(path);
            return
            [
                .. WrongStatus(path, status),
                .. bytes is > 0 and < MostBytes ? (string[])[] : [$"weighs {bytes} bytes over the wire; {MostBytes} are the most"],
                .. await KeyboardProblemsAsync(visit.Page),
                .. await visit.ProblemsOnEveryScreenAsync(),
            ];
        });

    [Fact]
    public Task Every_page_is_sound_in_English() =>
        VisitAllAsync("/en", static async (visit, path) =>
        {
            var status = await visit.OpenAsync(path);
            var language = await visit.Page.Locator("html").GetAttributeAsync("lang");
            return
            [
                .. WrongStatus(path, status),
                .. language == "en" ? (string[])[] : [$"its language is {language}"],
                .. await visit.OverflowsAsync(),
                .. await Axe.EverythingAsync(visit.Page),
            ];
        });

    private Task VisitAllAsync(string prefix, Func<Visit, string, Task<IReadOnlyList<string>>> look) =>
        chromium.VisitAsync(portal.Address, Screen.Desk, async visit =>
        {
            var problems = new List<string>();
            foreach (var path in portal.Fixture.Paths().Select(path => prefix + path))
                problems.AddRange((await look(visit, path)).Select(problem => $"{path}: {problem}"));
            Assert.True(problems.Count == 0, string.Join('\n', problems));
        });

    private static string[] WrongStatus(string path, int status)
    {
        var wanted = path.Contains("/status/", StringComparison.Ordinal) ? 404 : 200;
        return status == wanted ? [] : [$"answers {status} instead of {wanted}"];
    }

    // The first key skips to the content, and what has the focus is outlined.
    private static async Task<string[]> KeyboardProblemsAsync(IPage page)
    {
        var skip = page.Locator(".skip");
        await page.Keyboard.PressAsync("Tab");
        var isSeen = await skip.EvaluateAsync<bool>("""
            link => link === document.activeElement && link.getBoundingClientRect().top >= 0
              && getComputedStyle(link).outlineStyle !== 'none'
            """);
        await page.Keyboard.PressAsync("Enter");
        var hasSkipped = await page.Locator("#main").EvaluateAsync<bool>("main => main === document.activeElement");
        return isSeen && hasSkipped ? [] : ["the first key does not lead past the navigation, or it is not seen that it does"];
    }
}

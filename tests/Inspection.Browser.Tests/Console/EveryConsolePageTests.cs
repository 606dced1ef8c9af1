using Inspection.Browser.Tests.Browser;

namespace Inspection.Browser.Tests.Console;

/// <summary>What holds for every page of the console. The pages are those that the running app has, so none is forgotten.</summary>
public sealed class EveryConsolePageTests(Chromium chromium, Office office)
{
    [Fact]
    public Task Every_page_is_sound_on_every_screen() => VisitAllAsync("", static visit => visit.ProblemsOnEveryScreenAsync());

    [Fact]
    public Task Every_page_is_sound_in_English() => VisitAllAsync("/en", static async visit =>
        [.. await visit.OverflowsAsync(), .. await Axe.EverythingAsync(visit.Page)]);

    private async Task VisitAllAsync(string prefix, Func<Visit, Task<IReadOnlyList<string>>> look)
    {
        var problems = new List<string>();
        foreach (var pages in office.Pages().GroupBy(page => page.Role))
        {
            await chromium.VisitAsync(office.App.Address, Screen.Desk, async visit =>
            {
                await office.SignInAsync(visit.Page, pages.Key);
                foreach (var path in pages.Select(page => prefix + page.Path))
                {
                    var status = await visit.OpenAsync(path);
                    if (status != 200)
                        problems.Add($"{path} as {pages.Key}: answers {status}");
                    if (await visit.Page.Locator(".errors").CountAsync() > 0)
                        problems.Add($"{path} as {pages.Key}: tells of errors before anything was sent");
                    problems.AddRange((await look(visit)).Select(problem => $"{path} as {pages.Key}: {problem}"));
                }
            });
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}

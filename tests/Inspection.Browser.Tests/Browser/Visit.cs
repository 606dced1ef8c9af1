using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Browser;

/// <summary>One test's look at the app.</summary>
internal sealed class Visit(IPage page)
{
    public IPage Page => page;

    /// <summary>Opens a path of the app, and says with which status it answered.</summary>
    public async Task<int> OpenAsync(string path) => (await page.GotoAsync(path))!.Status;

    /// <summary>
    /// Opens a path as if for the first time, with nothing kept from before, and says with which status it answered and how
    /// many bytes came over the wire until the page was loaded, heads included.
    /// </summary>
    public async Task<(int Status, long Bytes)> WeighAsync(string path)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.clearBrowserCache");
        var bytes = 0L;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        var status = await OpenAsync(path);
        await session.DetachAsync();
        return (status, Interlocked.Read(ref bytes));
    }

    /// <summary>What is wrong with the page as it stands now, by what every page must keep; nothing is well.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync() =>
        [.. await Axe.EverythingAsync(page), .. await PlainProblemsAsync()];

    /// <summary>
    /// What is wrong with the page at every width and in both colour schemes. It is not loaded again: its sheet answers to
    /// the window. The last window stays.
    /// </summary>
    public async Task<IReadOnlyList<string>> ProblemsOnEveryScreenAsync()
    {
        var problems = new List<string>();
        foreach (var width in Screen.Widths)
        {
            await ShowAsync(new Screen(width, ColorScheme.Light));
            problems.AddRange((await ProblemsAsync()).Select(problem => $"at {width} pixels: {problem}"));
            await ShowAsync(new Screen(width, ColorScheme.Dark));
            problems.AddRange((await Axe.ColoursAsync(page)).Select(problem => $"at {width} pixels in the dark: {problem}"));
        }

        return problems;
    }

    /// <summary>By how many pixels the page is wider than each window, where it is; the phone's window stays.</summary>
    public async Task<IReadOnlyList<string>> OverflowsAsync()
    {
        var problems = new List<string>();
        foreach (var width in Screen.Widths)
        {
            await ShowAsync(new Screen(width, ColorScheme.Light));
            problems.AddRange((await PlainProblemsAsync()).Select(problem => $"at {width} pixels: {problem}"));
        }

        return problems;
    }

    public async Task AssertSoundAsync() => AssertNone(await ProblemsAsync());

    public async Task AssertSoundOnEveryScreenAsync() => AssertNone(await ProblemsOnEveryScreenAsync());

    private async Task ShowAsync(Screen screen)
    {
        await page.SetViewportSizeAsync(screen.Width, Screen.Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = screen.Colours });
    }

    // A language and a title, and nothing to scroll sideways for.
    private async Task<string[]> PlainProblemsAsync() => await page.EvaluateAsync<string[]>("""
        () => {
          const root = document.documentElement;
          const beyond = root.scrollWidth - root.clientWidth;
          const widest = [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 3)
            .map(element => element.outerHTML.slice(0, 120).replace(/\s+/g, ' '));
          return [
            ...beyond > 0 ? [`the page is ${beyond} pixels wider than the window: ${widest.join('; ')}`] : [],
            ...document.title === '' ? ['there is no title'] : [],
            ...root.lang === '' ? ['there is no language'] : [],
          ];
        }
        """);

    private static void AssertNone(IReadOnlyList<string> problems) => Assert.True(problems.Count == 0, string.Join('\n', problems));
}

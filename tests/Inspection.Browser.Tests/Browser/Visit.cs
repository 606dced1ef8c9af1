using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Browser;

/// <summary>One test's look at the app.</summary>
internal sealed class Visit(IPage page)
{
    // WCAG 2.2 AA holds all that came before it. Axe leaves target sizes out unless they are asked for.
    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    public IPage Page => page;

    /// <summary>Opens a path of the app, and says with which status it answered.</summary>
    public async Task<int> OpenAsync(string path) => (await page.GotoAsync(path))!.Status;

    /// <summary>
    /// Opens a path for the first time, with nothing kept from before, and says how many bytes came over the wire until the
    /// page was loaded, heads included.
    /// </summary>
    public async Task<long> WeighAsync(string path)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        var bytes = 0L;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return Interlocked.Read(ref bytes);
    }

    /// <summary>
    /// Asserts what every page must keep as it stands now: WCAG 2.2 AA as far as axe sees it, a language and a title, and
    /// nothing to scroll sideways for.
    /// </summary>
    public async Task AssertSoundAsync()
    {
        var broken = (await page.RunAxe(Wcag22)).Violations;
        Assert.True(broken.Length == 0, string.Join('\n', broken.Select(Line)));
        Assert.NotEmpty(await page.TitleAsync());
        Assert.NotEmpty(await page.Locator("html").GetAttributeAsync("lang") ?? "");
        var beyond = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(beyond <= 0, $"the page is {beyond} pixels wider than the window");
    }

    // Some of the places are enough to see what it is; a rule of style is often broken a hundred times.
    private static string Line(AxeResultItem rule) =>
        $"{rule.Id} ({rule.Nodes.Length} times): {rule.Help}: "
        + string.Join("; ", rule.Nodes.Take(5).Select(node => $"{node.Target} {node.Html}"));
}

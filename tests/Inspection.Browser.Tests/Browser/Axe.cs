using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Browser;

/// <summary>
/// Axe-core, which finds what WCAG 2.2 AA forbids as far as a program can. Deque's own way of calling it opens a window more
/// for every run; a page of one frame needs none, and axe stays in it until another page is opened.
/// </summary>
internal static class Axe
{
    // WCAG 2.2 AA holds all that came before it. Axe leaves target sizes out unless they are asked for.
    private const string Everything = """
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        }
        """;

    // What another colour scheme can change.
    private const string Colours = "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] }";

    // Some of the places are enough to see what it is; a rule of style is often broken a hundred times.
    private const string Run = """
        async () => (await axe.run(document, OPTIONS)).violations.map(({ id, help, nodes }) =>
          `${id} (${nodes.length} times): ${help}: ${nodes.slice(0, 5).map(({ target, html }) => `${target} ${html}`).join('; ')}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every rule that the page breaks as it stands, with places.</summary>
    public static Task<string[]> EverythingAsync(IPage page) => RunAsync(page, Everything);

    /// <summary>The rules about colours that the page breaks as it stands: enough where all else was looked at.</summary>
    public static Task<string[]> ColoursAsync(IPage page) => RunAsync(page, Colours);

    private static async Task<string[]> RunAsync(IPage page, string options)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync($"() => {{ {Script} }}");
        return await page.EvaluateAsync<string[]>(Run.Replace("OPTIONS", options, StringComparison.Ordinal));
    }
}

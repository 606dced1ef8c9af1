using Inspection.Browser.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Inspection.Browser.Tests.Browser;

/// <summary>
/// The Chromium of the system, started once for all tests, and driven by the Node that the Playwright package carries. Its
/// path is <c>INSPECTION_CHROMIUM</c>, or Debian's. Without it the tests are skipped, or fail where the environment says
/// <c>REQUIRE_BROWSER=1</c>.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string PathVariable = "INSPECTION_CHROMIUM";
    private const string RequiredVariable = "REQUIRE_BROWSER";
    private const string DebianPath = "/usr/bin/chromium";

    // It runs as root in containers, without a graphics card, and has nothing to say to anybody but the app.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? missing;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } own ? own : DebianPath;
        if (!File.Exists(path))
        {
            missing = $"there is no {path}; install Debian's chromium or set {PathVariable} to another's path";
            return;
        }

        // A machine with more to do than this is slow, not wrong.
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = path, Headless = true, Args = Flags });
    }

    /// <summary>
    /// Runs a test in a window of its own, and fails it for whatever the browser complained of meanwhile, and for every
    /// request that left the host.
    /// </summary>
    /// <param name="host">The app's address; the test opens paths below it.</param>
    /// <param name="screen">The window.</param>
    /// <param name="test">The test.</param>
    internal async Task VisitAsync(Uri host, Screen screen, Func<Visit, Task> test)
    {
        await using var context = await RequiredBrowser().NewContextAsync(screen.Options(host));
        var complaints = new Complaints(context, host);
        await test(new Visit(await context.NewPageAsync()));
        complaints.AssertNone();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private IBrowser RequiredBrowser()
    {
        if (browser is null && Environment.GetEnvironmentVariable(RequiredVariable) == "1")
            Assert.Fail($"{RequiredVariable}=1, but {missing}");
        Assert.SkipWhen(browser is null, $"no browser: {missing}");
        return browser!;
    }
}

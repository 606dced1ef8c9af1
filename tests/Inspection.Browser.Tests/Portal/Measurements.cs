using System.Diagnostics;
using System.Globalization;
using Inspection.Browser.Tests.Browser;
using Inspection.Browser.Tests.Verify;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Portal;

/// <summary>
/// Figures of the pages in a browser, which depend on the machine: they are told and asserted by nobody, and made only where
/// they are asked for.
/// <code>dotnet run -c Release --project tests/Inspection.Browser.Tests -- -explicit only -class "*.Measurements" -showLiveOutput</code>
/// </summary>
public sealed class Measurements(Chromium chromium, Portal portal, ITestOutputHelper output)
{
    private const int Rounds = 3;

    // Lighthouse's phone: a round trip of 150 ms, 1.6 Mbit/s down and 0.75 Mbit/s up, a processor of a quarter of the speed.
    private static readonly Dictionary<string, object> SlowNetwork = new()
    {
        ["offline"] = false,
        ["latency"] = 150,
        ["downloadThroughput"] = 1_600_000 / 8,
        ["uploadThroughput"] = 750_000 / 8,
    };

    private static readonly Dictionary<string, object> SlowProcessor = new() { ["rate"] = 4 };

    [Fact(Explicit = true)]
    public async Task How_soon_each_page_is_painted_on_a_slow_phone()
    {
        foreach (var path in portal.Fixture.Paths())
        {
            // The first is made for the whole process, such as compiling the page, and counts for none of its readers.
            await PaintAsync(path);
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
                times.Add(await PaintAsync(path));
            Tell($"{times.Order().ElementAt(Rounds / 2),6:0} ms  {path}");
        }
    }

    [Fact(Explicit = true)]
    public Task How_long_the_page_takes_to_verify_a_draw_of_100_000() =>
        chromium.VisitAsync(portal.Address, Screen.Desk, async visit =>
        {
            var package = new FilePayload { Name = "package.zip", MimeType = "application/zip", Buffer = LargeDraw.Package(100_000, 100) };
            for (var i = 0; i < Rounds; i++)
            {
                await visit.OpenAsync("/verify");
                var clock = Stopwatch.StartNew();
                await visit.Page.GetByLabel("选择文件，或拖到这里").SetInputFilesAsync(package);
                await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("全部通过", new() { Timeout = 300_000 });
                Tell($"{clock.ElapsedMilliseconds,6} ms  a package of 100,000 rows, {package.Buffer.Length} bytes");
            }
        });

    private async Task<double> PaintAsync(string path)
    {
        var paint = 0.0;
        await chromium.VisitAsync(portal.Address, new Screen(360, ColorScheme.Light), async visit =>
        {
            var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.emulateNetworkConditions", SlowNetwork);
            await session.SendAsync("Emulation.setCPUThrottlingRate", SlowProcessor);
            await visit.OpenAsync(path);
            paint = await visit.Page.EvaluateAsync<double>("""
                () => new Promise(done => new PerformanceObserver(list => {
                  const paint = list.getEntriesByName('first-contentful-paint')[0];
                  if (paint)
                    done(paint.startTime);
                }).observe({ type: 'paint', buffered: true }))
                """);
        });
        return paint;
    }

    private void Tell(FormattableString line) => output.WriteLine(
        $"{line.ToString(CultureInfo.InvariantCulture)}  (load {File.ReadAllText("/proc/loadavg").Split(' ')[0]})");
}

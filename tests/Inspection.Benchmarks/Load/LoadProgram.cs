using System.Globalization;

namespace Inspection.Benchmarks;

/// <summary>
/// How fast the public queries answer under load, over loopback, the service in a process of its own on the same machine:
/// <code>
/// dotnet run -c Release --project tests/Inspection.Benchmarks -- load [RESULTS] [SECONDS] [FOLDER]
/// </code>
/// It fills a store with results (100,000), starts the service on it without a limit of requests, and asks for a while (20
/// seconds each): by code and by name, at a fixed number of requests a second. FOLDER keeps the store for the next time.
/// </summary>
internal static class LoadProgram
{
    private const int CodesPerSecond = 500;
    private const int NamesPerSecond = 100;
    private const int WarmUpSeconds = 10;

    public static async Task<int> RunAsync(string[] options)
    {
        var results = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 100_000;
        var seconds = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 20;
        var folder = options.Length > 2 ? options[2] : Directory.CreateTempSubdirectory("inspection-load-").FullName;
        Console.WriteLine($"{Environment.ProcessorCount} cores, load before: {await LoadAsync()}");
        await PublishedStore.FillAsync(folder, results);
        await using (var service = await ServiceProcess.StartAsync(folder))
        {
            using var load = new OpenLoop(service.Address);
            // Cold code and a cold cache are another matter.
            await load.RunAsync(CodesPerSecond, WarmUpSeconds, i => $"results?uscc={PublishedStore.CodeOf(i, results)}");
            await MeasureAsync("by code", CodesPerSecond, i => $"results?uscc={PublishedStore.CodeOf(i, results)}");
            await MeasureAsync("the history of a code", CodesPerSecond, i => $"enterprises/{PublishedStore.CodeOf(i, results)}");
            await MeasureAsync("by name", NamesPerSecond, i => $"results?q={Uri.EscapeDataString(PublishedStore.PartOfName(i, results))}");

            async Task MeasureAsync(string what, int rate, Func<int, string> path)
            {
                var before = service.ProcessorTime;
                var measured = await load.RunAsync(rate, seconds, path);
                Show(what, measured, service.ProcessorTime - before);
            }
        }

        Console.WriteLine($"load after: {await LoadAsync()}");
        if (options.Length <= 2)
            Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Show(string what, Measured measured, TimeSpan processor) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {measured.Rate}/s, {measured.Milliseconds.Count} answers, {measured.Failed} failed, {measured.Empty} empty; "
        + $"p50 {measured.At(50):0.00} ms, p95 {measured.At(95):0.00} ms, p99 {measured.At(99):0.00} ms, slowest {measured.At(100):0.00} ms; "
        + $"{processor.TotalMilliseconds / Math.Max(1, measured.Milliseconds.Count):0.00} ms of processor time each"));

    // What else the machine does decides what a figure is worth.
    private static async Task<string> LoadAsync() =>
        File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Trim() : "unknown";
}

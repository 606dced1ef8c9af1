using System.Collections.Concurrent;
using System.Diagnostics;

namespace Inspection.Benchmarks;

/// <summary>What was measured.</summary>
/// <param name="Rate">Requests a second.</param>
/// <param name="Milliseconds">How long each answer took, ascending.</param>
/// <param name="Failed">Answers that were no success, and requests without one.</param>
/// <param name="Empty">Answers that hold no result.</param>
internal sealed record Measured(int Rate, IReadOnlyList<double> Milliseconds, int Failed, int Empty)
{
    /// <summary>The time within which so many percent of the answers came.</summary>
    public double At(int percent) => Milliseconds.Count == 0
        ? double.NaN
        : Milliseconds[Math.Clamp((int)Math.Ceiling(Milliseconds.Count * percent / 100.0) - 1, 0, Milliseconds.Count - 1)];
}

/// <summary>
/// Sends requests at times that do not depend on the answers, and counts from the time at which each was due: a service that
/// stalls is charged for all who wait meanwhile.
/// </summary>
internal sealed class OpenLoop(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseProxy = false }) { BaseAddress = address, Timeout = Patience };

    public async Task<Measured> RunAsync(int rate, int seconds, Func<int, string> path)
    {
        var (times, failed, empty) = (new ConcurrentBag<double>(), 0, 0);
        var running = new List<Task>(rate * seconds);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < rate * seconds;)
        {
            // The timers of the system are no finer than a millisecond: whatever is due by now goes out together.
            for (; i < rate * seconds && clock.Elapsed >= Due(i, rate); i++)
                running.Add(AskAsync(path(i), Due(i, rate)));
            await Task.Delay(1);
        }

        await Task.WhenAll(running);
        return new Measured(rate, [.. times.Order()], failed, empty);

        async Task AskAsync(string asked, TimeSpan due)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(asked, UriKind.Relative));
                var text = await answer.Content.ReadAsStringAsync();
                times.Add((clock.Elapsed - due).TotalMilliseconds);
                if (!answer.IsSuccessStatusCode)
                    Interlocked.Increment(ref failed);
                else if (text.Contains("\"items\":[]", StringComparison.Ordinal))
                    Interlocked.Increment(ref empty);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                Interlocked.Increment(ref failed);
            }
        }
    }

    public void Dispose() => client.Dispose();

    private static TimeSpan Due(int i, int rate) => TimeSpan.FromSeconds((double)i / rate);
}

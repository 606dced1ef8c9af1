using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Inspection.App.Outcomes;

/// <summary>
/// Runs long work beside the requests that ask for it, once for each name at a time. A request waits a moment; work that
/// takes longer goes on alone. Nothing here outlives the process: whoever needs the work done for good has a job that finds
/// what is unfinished.
/// </summary>
internal sealed class LongWork<T>(
    IOptions<AnswerOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<LongWork<T>> log)
{
    // A poll comes within seconds; what nobody fetched by then may no longer be so.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Running> running = new();

    /// <summary>The work: tells its progress, ends as a value or a refusal.</summary>
    public delegate Task<Outcome<T>> Step(IProgress<string> progress, CancellationToken cancellation);

    /// <summary>What is being done under a name now; empty where nothing is.</summary>
    public string ProgressOf(string name) => running.TryGetValue(name, out var work) && !work.Done.IsCompleted ? work.Text : "";

    /// <summary>Why work that nobody waited for came to nothing, or null.</summary>
    public Refusal? RefusalOf(string name) =>
        running.TryGetValue(name, out var work) && work.Done is { IsCompletedSuccessfully: true } done ? done.Result.Refusal : null;

    /// <summary>Starts the work, or joins it where it runs, and waits for it a moment.</summary>
    /// <returns>How it ended, or null where it goes on.</returns>
    public async Task<Outcome<T>?> RunAsync(string name, Step step)
    {
        var work = Start(name, step);
        await Task.WhenAny(work.Done, Task.Delay(TimeSpan.FromSeconds(options.Value.WithinSeconds)));
        if (!work.Done.IsCompleted)
            return null;
        return await TakeAsync(name, work);
    }

    /// <summary>Takes the outcome of work that ended since somebody asked for it; otherwise as <see cref="RunAsync"/>.</summary>
    /// <remarks>For work whose outcome is stored nowhere: whoever was answered 202 asks again until it is there.</remarks>
    public async Task<Outcome<T>?> TakeOrRunAsync(string name, Step step) =>
        running.TryGetValue(name, out var work) && work.Done.IsCompletedSuccessfully && clock.GetUtcNow() - work.EndedAt < Fresh
            ? await TakeAsync(name, work)
            : await RunAsync(name, step);

    /// <summary>Starts the work, or joins it where it runs, and waits for its end.</summary>
    public async Task<Outcome<T>> FinishAsync(string name, Step step)
    {
        var work = Start(name, step);
        await Task.WhenAny(work.Done);
        return await TakeAsync(name, work);
    }

    private Task<Outcome<T>> TakeAsync(string name, Running work)
    {
        running.TryRemove(KeyValuePair.Create(name, work));
        return work.Done;
    }

    private Running Start(string name, Step step)
    {
        var work = running.AddOrUpdate(name, _ => new Running(step), (_, old) => old.Done.IsCompleted ? new Running(step) : old);
        work.Begin(clock, e => log.LogError(e, "Work at {Name} failed; it is tried again", name), lifetime.ApplicationStopping);
        return work;
    }

    private sealed class Running(Step step) : IProgress<string>
    {
        private readonly TaskCompletionSource<Outcome<T>> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int begun;

        public string Text { get; private set; } = "waiting";

        public DateTimeOffset EndedAt { get; private set; }

        public Task<Outcome<T>> Done => result.Task;

        public void Report(string value) => Text = value;

        /// <summary>Begins once; the dictionary may make more of these than it keeps.</summary>
        public void Begin(TimeProvider clock, Action<Exception> failed, CancellationToken cancellation)
        {
            if (Interlocked.Exchange(ref begun, 1) == 0)
                _ = Task.Run(() => RunAsync(clock, failed, cancellation), CancellationToken.None);
        }

        private async Task RunAsync(TimeProvider clock, Action<Exception> failed, CancellationToken cancellation)
        {
            try
            {
                var outcome = await step(this, cancellation);
                EndedAt = clock.GetUtcNow();
                result.SetResult(outcome);
            }
            catch (Exception e)
            {
                failed(e);
                result.SetException(e);
                // Nobody may be waiting any more; the log has it.
                _ = result.Task.Exception;
            }
        }
    }
}

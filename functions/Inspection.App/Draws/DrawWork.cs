using System.Collections.Concurrent;
using Inspection.App.Outcomes;
using Microsoft.Extensions.Options;

namespace Inspection.App.Draws;

/// <summary>
/// Runs the long steps of draws beside the requests that ask for them. A request waits a moment; if the step takes
/// longer it goes on alone, and a step that dies with its process is finished by the job AdvanceDraws.
/// </summary>
internal sealed class DrawWork(IOptions<DrawOptions> options, IHostApplicationLifetime lifetime, ILogger<DrawWork> log)
{
    private readonly ConcurrentDictionary<string, Running> running = new();

    /// <summary>A step of a draw: tells its progress, ends as the draw's head or a refusal.</summary>
    public delegate Task<Outcome<DrawHead>> Step(IProgress<string> progress, CancellationToken cancellation);

    /// <summary>What is being done for a draw now; empty where nothing is.</summary>
    public string ProgressOf(string id) => running.TryGetValue(id, out var work) && !work.Done.IsCompleted ? work.Text : "";

    /// <summary>Why a step that nobody waited for came to nothing, or null.</summary>
    public Refusal? RefusalOf(string id) =>
        running.TryGetValue(id, out var work) && work.Done is { IsCompletedSuccessfully: true } done ? done.Result.Refusal : null;

    /// <summary>Starts the step, or joins it where it runs, and waits for it a moment.</summary>
    /// <returns>How it ended, or null where it goes on.</returns>
    public async Task<Outcome<DrawHead>?> RunAsync(string id, Step step)
    {
        var done = Start(id, step).Done;
        await Task.WhenAny(done, Task.Delay(TimeSpan.FromSeconds(options.Value.AnswerWithinSeconds)));
        if (!done.IsCompleted)
            return null;
        running.TryRemove(id, out _);
        return await done;
    }

    /// <summary>Starts the step, or joins it where it runs, and waits for its end.</summary>
    public async Task<Outcome<DrawHead>> FinishAsync(string id, Step step)
    {
        var done = Start(id, step).Done;
        await Task.WhenAny(done);
        running.TryRemove(id, out _);
        return await done;
    }

    private Running Start(string id, Step step)
    {
        var work = running.AddOrUpdate(id, _ => new Running(step), (_, old) => old.Done.IsCompleted ? new Running(step) : old);
        work.Begin(e => log.LogError(e, "A step of draw {DrawId} failed; it is tried again", id), lifetime.ApplicationStopping);
        return work;
    }

    private sealed class Running(Step step) : IProgress<string>
    {
        private readonly TaskCompletionSource<Outcome<DrawHead>> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int begun;

        public string Text { get; private set; } = "waiting";

        public Task<Outcome<DrawHead>> Done => result.Task;

        public void Report(string value) => Text = value;

        /// <summary>Begins once; the dictionary may make more of these than it keeps.</summary>
        public void Begin(Action<Exception> failed, CancellationToken cancellation)
        {
            if (Interlocked.Exchange(ref begun, 1) == 0)
                _ = Task.Run(() => RunAsync(failed, cancellation), CancellationToken.None);
        }

        private async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
        {
            try
            {
                result.SetResult(await step(this, cancellation));
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

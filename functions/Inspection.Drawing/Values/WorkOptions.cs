namespace Inspection.Drawing;

/// <summary>How long work is done: on how many threads, and how it can be stopped. The result never depends on it.</summary>
public sealed record WorkOptions
{
    private const int ChunkSize = 4096;

    /// <summary>All processors, never stopped.</summary>
    public static WorkOptions Default { get; } = new();

    /// <summary>The most threads at once, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Stops the work; the operation then throws <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told the name of each step as it begins.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Calls the action for consecutive ranges (start, count) that together cover 0 to total.</summary>
    internal void ForEachChunk(int total, Action<int, int> action) =>
        ForEach((int)(((long)total + ChunkSize - 1) / ChunkSize), chunk =>
            action(chunk * ChunkSize, Math.Min(ChunkSize, total - (chunk * ChunkSize))));

    /// <summary>Calls the action for each number from 0 up to the count, in no order.</summary>
    internal void ForEach(int count, Action<int> action)
    {
        if (count > 1 && Threads > 1)
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation };
            Parallel.For(0, count, parallel, action);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            Cancellation.ThrowIfCancellationRequested();
            action(i);
        }
    }
}

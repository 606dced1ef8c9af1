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
    internal void ForEachChunk(int total, Action<int, int> action)
    {
        var chunks = (int)(((long)total + ChunkSize - 1) / ChunkSize);
        if (chunks <= 1 || Threads == 1)
        {
            for (var start = 0; start < total; start += ChunkSize)
            {
                Cancellation.ThrowIfCancellationRequested();
                action(start, Math.Min(ChunkSize, total - start));
            }

            return;
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation };
        Parallel.For(0, chunks, parallel, chunk =>
            action(chunk * ChunkSize, Math.Min(ChunkSize, total - (chunk * ChunkSize))));
    }
}

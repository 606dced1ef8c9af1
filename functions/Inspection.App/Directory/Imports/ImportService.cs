namespace Inspection.App.Directory;

/// <summary>Runs imports inside this process: new ones at once, those left behind at start and now and then.</summary>
internal sealed class ImportService(
    ImportQueue queue, ImportRunner runner, ResumeImports resume, TimeProvider time, ILogger<ImportService> log)
    : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RunQueueAsync(stoppingToken), ResumeAsync(stoppingToken));

    // Directories do not wait for each other; one directory takes one import at a time anyway.
    private async Task RunQueueAsync(CancellationToken stopping)
    {
        var running = new List<Task>();
        await foreach (var job in queue.ReadAllAsync(stopping))
        {
            running.RemoveAll(done => done.IsCompleted);
            running.Add(Task.Run(() => GuardAsync(token => runner.RunAsync(job, token), stopping), stopping));
        }

        await Task.WhenAll(running);
    }

    private async Task ResumeAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Round, time);
        do
        {
            await GuardAsync(resume.RunAsync, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process ends; the next one goes on.
        }
        catch (Exception exception)
        {
            // The edge of this thread: the import stays unfinished, and the next round tries it again.
            log.LogError(exception, "An import stopped; it will be tried again");
        }
    }
}

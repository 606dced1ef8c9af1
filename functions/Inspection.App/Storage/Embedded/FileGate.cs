namespace Inspection.App.Storage.Embedded;

/// <summary>
/// Lets one in at a time, over all processes that use the same lock file: a semaphore within the process, and for the
/// others the exclusive opening of the file, which the system ends when a process dies.
/// </summary>
internal sealed class FileGate(string file) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly SemaphoreSlim turn = new(1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return new Turn(this, await OpenAsync(cancellation));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            turn.Release();
            throw;
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<FileStream> OpenAsync(CancellationToken cancellation)
    {
        // Far longer than anybody holds it: after that the disk itself is in trouble, and the last error says how.
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 6000)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private sealed class Turn(FileGate gate, FileStream held) : IDisposable
    {
        public void Dispose()
        {
            held.Dispose();
            gate.turn.Release();
        }
    }
}

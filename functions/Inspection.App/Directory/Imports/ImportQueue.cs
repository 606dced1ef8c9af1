using System.Threading.Channels;

namespace Inspection.App.Directory;

/// <summary>Imports that were just taken in, for this process to begin with at once.</summary>
internal sealed class ImportQueue
{
    private readonly Channel<ImportJob> jobs = Channel.CreateUnbounded<ImportJob>();

    public void Add(ImportJob job) => jobs.Writer.TryWrite(job);

    public IAsyncEnumerable<ImportJob> ReadAllAsync(CancellationToken cancellation) =>
        jobs.Reader.ReadAllAsync(cancellation);
}

namespace Inspection.App.Results;

/// <summary>Has the public told at once of what changed. Where that fails the change stands all the same, and the queue keeps it.</summary>
internal sealed class ResultAnnouncer(IResultPublisher publisher, ResultStore results, ILogger<ResultAnnouncer> log)
{
    /// <returns>The result as it is after that.</returns>
    public async Task<InspectionResult> AnnounceAsync(InspectionResult written, CancellationToken cancellation)
    {
        await AnnounceAsync(written.Id, cancellation);
        return await results.FindAsync(written.DrawId, written.Uscc, cancellation) ?? written;
    }

    public async Task AnnounceAsync(ResultId id, CancellationToken cancellation)
    {
        try
        {
            await publisher.PublishAsync(id.DrawId, id.Uscc, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whoever approved has done so; the hourly job publishes what waits in the queue.
            log.LogError(e, "Result {ResultId} could not be published; it is tried again", id);
        }
    }
}

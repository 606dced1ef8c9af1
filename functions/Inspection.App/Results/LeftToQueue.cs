namespace Inspection.App.Results;

/// <summary>Where nothing publishes in this process, what was approved waits in the <see cref="ResultsToPublish"/>.</summary>
internal sealed class LeftToQueue : IResultPublisher
{
    public Task PublishAsync(string drawId, string uscc, CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> IsPublicAsync(string drawId, string uscc, CancellationToken cancellation) => Task.FromResult(false);
}

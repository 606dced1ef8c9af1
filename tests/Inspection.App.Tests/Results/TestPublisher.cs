using Inspection.App.Results;

namespace Inspection.App.Tests.Results;

/// <summary>Publishes by noting it, so that what comes after publication can be tried.</summary>
internal sealed class TestPublisher(ResultStore results, ResultsToPublish queue, PublicObjections objections, TimeProvider clock) : IResultPublisher
{
    public async Task PublishAsync(string drawId, string uscc, CancellationToken cancellation)
    {
        var due = await queue.DueAsync(drawId, uscc, cancellation);
        if (await results.FindAsync(drawId, uscc, cancellation) is { State: ResultState.Approved } approved)
            await results.MarkPublishedAsync(approved, clock.GetUtcNow(), cancellation);
        await objections.SettleAsync(new ResultId(drawId, uscc), cancellation);
        foreach (var done in due)
            await queue.RemoveAsync(done, cancellation);
    }

    public async Task<bool> IsPublicAsync(string drawId, string uscc, CancellationToken cancellation) =>
        await results.FindAsync(drawId, uscc, cancellation) is { PublishedRevision: > 0 };
}

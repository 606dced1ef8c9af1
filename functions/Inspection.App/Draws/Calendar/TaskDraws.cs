using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Draws;

/// <summary>Commits draws for the calendar, which has time to wait until each is committed or refused.</summary>
internal sealed class TaskDraws(DrawRequests requests, DrawCommitter committer, LongWork<DrawHead> work) : ITaskDraws
{
    public async Task<Outcome<string>> CommitAsync(string taskId, Actor actor, CancellationToken cancellation)
    {
        var requested = await requests.RequestAsync(taskId, actor, supplements: "", cancellation);
        if (requested.IsRefused(out var refusal))
            return refusal;
        var id = requested.Value.Id;
        var committed = await work.FinishAsync(id, (progress, stop) => committer.CommitAsync(id, progress, stop));
        return committed.IsRefused(out refusal) ? refusal : id;
    }
}

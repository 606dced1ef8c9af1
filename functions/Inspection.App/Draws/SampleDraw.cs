using Inspection.App.Demonstration;
using Inspection.App.Outcomes;
using Inspection.App.Planning;

namespace Inspection.App.Draws;

/// <summary>
/// The draw of the demonstration: committed and revealed like any other, but with randomness that proves nothing, as is
/// shown everywhere. Where a setting refuses that, there is none.
/// </summary>
internal sealed class SampleDraw(
    DrawStore draws, DrawRequests requests, DrawCommitter committer, DrawRevealer revealer, LongWork<DrawHead> work, LocalTime time,
    ILogger<SampleDraw> log)
    : IDemonstrationPart
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) => !await draws.AllAsync(cancellation).AnyAsync(cancellation);

    public async Task FillAsync(CancellationToken cancellation)
    {
        var drawn = await DrawAsync(SamplePlan.TaskIdOf(time.Today.Year), cancellation);
        if (drawn.IsRefused(out var refusal))
            log.LogWarning("The demonstration has no draw, {Rule}: {Detail}", refusal.Rule, refusal.Detail);
    }

    private async Task<Outcome<DrawHead>> DrawAsync(string taskId, CancellationToken cancellation)
    {
        var head = await draws.HolderOfAsync(DrawRows.Task(taskId), cancellation);
        if (head is null)
        {
            var requested = await requests.RequestAsync(taskId, SamplePlan.Scheduler, supplements: "", cancellation);
            if (requested.IsRefused(out _))
                return requested;
            head = requested.Value;
        }

        var committed = await work.FinishAsync(head.Id, (progress, stop) => committer.CommitAsync(head.Id, progress, stop));
        return committed.IsRefused(out _)
            ? committed
            : await work.FinishAsync(head.Id, (progress, stop) => revealer.RevealAsync(head.Id, progress, stop));
    }
}

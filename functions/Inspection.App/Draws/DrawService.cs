using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Draws;

/// <summary>A draw that was asked for.</summary>
/// <param name="Draw">The draw as it is now.</param>
/// <param name="IsFinished">Whether the step is done; otherwise it goes on by itself.</param>
/// <param name="Links">The witnesses' links, shown this once.</param>
internal sealed record StartedDraw(DrawHead Draw, bool IsFinished, IReadOnlyList<IssuedLink> Links);

/// <summary>What people and jobs do with draws: each call begins or finishes a step.</summary>
internal sealed class DrawService(
    DrawStore draws, DrawRequests requests, DrawCommitter committer, DrawRevealer revealer, Shortages shortages, Ceremony ceremony, LongWork<DrawHead> work)
{
    /// <summary>The draw, if it is there and the actor's department takes part in it.</summary>
    public async Task<DrawHead?> FindAsync(string id, Actor actor, CancellationToken cancellation) =>
        await draws.FindAsync(id, cancellation) is { } head && PlanningService.Concerns(head.Departments, actor) ? head : null;

    /// <summary>Draws a task: claims it and commits.</summary>
    public async Task<Outcome<StartedDraw>> RequestAsync(string taskId, Actor actor, CancellationToken cancellation) =>
        await RequestAsync(taskId, actor, supplements: "", cancellation);

    /// <summary>Makes the supplementary draws that fill the short teams of a draw.</summary>
    public async Task<Outcome<IReadOnlyList<StartedDraw>>> SupplementAsync(DrawHead head, Actor actor, CancellationToken cancellation)
    {
        var planned = await shortages.PlanAsync(head, actor, cancellation);
        if (planned.IsRefused(out var refusal))
            return refusal;
        var started = new List<StartedDraw>();
        foreach (var task in planned.Value)
        {
            var one = await RequestAsync(task.Id, actor, head.Id, cancellation);
            if (one.IsRefused(out refusal))
                return refusal;
            started.Add(one.Value);
        }

        return started;
    }

    /// <summary>Draws a committed draw whose randomness is there.</summary>
    public async Task<Outcome<DrawHead>?> RevealAsync(string id)
    {
        while (true)
        {
            var done = await work.RunAsync(id, (progress, stop) => revealer.RevealAsync(id, progress, stop));
            // What was joined may have been the end of the commitment.
            if (done is not { Refusal: null, Value.State: DrawState.Requested or DrawState.Committed })
                return done;
        }
    }

    private async Task<Outcome<StartedDraw>> RequestAsync(string taskId, Actor actor, string supplements, CancellationToken cancellation)
    {
        var requested = await requests.RequestAsync(taskId, actor, supplements, cancellation);
        if (requested.IsRefused(out var refusal))
            return refusal;
        var head = requested.Value;
        if (await work.RunAsync(head.Id, (progress, stop) => committer.CommitAsync(head.Id, progress, stop)) is not { } committed)
            return new StartedDraw(head, IsFinished: false, []);
        if (committed.IsRefused(out refusal))
            return refusal;
        // Refused where the draw went on meanwhile, which needs no links any more.
        var links = await ceremony.IssueAllAsync(committed.Value, cancellation);
        return new StartedDraw(committed.Value, IsFinished: true, links.IsRefused(out _) ? [] : links.Value);
    }
}

using Inspection.App.Jobs;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Draws;

/// <summary>
/// The job that carries every draw on: finishes what a dead process left, reveals what can be revealed, lists what was
/// abandoned. It may run twice at once.
/// </summary>
internal sealed class AdvanceDraws(
    DrawStore draws, DrawCommitter committer, DrawRevealer revealer, DrawAnnouncer announcer, Closing closing, LongWork<DrawHead> work,
    IAuditLog audit, ILogger<AdvanceDraws> log)
    : IJob
{
    /// <summary>Every minute.</summary>
    public const string Cron = "0 * * * * *";

    public string Name => nameof(AdvanceDraws);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        var failed = new List<string>();
        var open = await draws.OpenAsync(cancellation).ToListAsync(cancellation);
        foreach (var id in open)
        {
            try
            {
                await AdvanceAsync(id, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One draw that fails does not hold the others up; the next run tries it again.
                log.LogError(e, "Draw {DrawId} could not be carried on", id);
                failed.Add(id);
            }
        }

        return failed.Count == 0
            ? JobReport.Complete($"{open.Count} open draws looked after")
            : JobReport.Incomplete($"could not be carried on: {string.Join(", ", failed)}");
    }

    private async Task AdvanceAsync(string id, CancellationToken cancellation)
    {
        if (await draws.FindAsync(id, cancellation) is not { } head)
            return;
        switch (head.State)
        {
            case DrawState.Requested:
                var committed = await work.FinishAsync(id, (progress, stop) => committer.CommitAsync(id, progress, stop));
                if (committed.IsRefused(out var refusal))
                {
                    log.LogWarning("Draw {DrawId} could not be committed: {Detail}", id, refusal.Detail);
                    await audit.WriteAsync(Actor.Calendar, $"{Name} commit", SubjectOf(id), refusal.Rule, cancellation);
                }

                break;
            case DrawState.Committed:
                await announcer.AnnounceAsync(head, cancellation);
                var drawn = await work.FinishAsync(id, (progress, stop) => revealer.RevealAsync(id, progress, stop));
                if (drawn.IsRefused(out _) && await draws.FindAsync(id, cancellation) is { } waiting)
                    await closing.AbandonAsync(waiting, cancellation);
                break;
            default:
                await announcer.AnnounceAsync(head, cancellation);
                break;
        }

        if (await draws.FindAsync(id, cancellation) is { } carried)
            await NoteAsync(head, carried, cancellation);
    }

    /// <summary>Writes down what was done; a draw that only waits leaves nothing in the log.</summary>
    private async Task NoteAsync(DrawHead before, DrawHead after, CancellationToken cancellation)
    {
        var steps = new List<string>();
        if (before.CommittedAt is null && after.CommittedAt is not null)
            steps.Add("commit");
        if (before.DrawnAt is null && after.DrawnAt is not null)
            steps.Add("reveal");
        if (before.AbandonedAt is null && after.AbandonedAt is not null)
            steps.Add("abandon");
        if (steps.Count == 0 && before.IsUnannounced && !after.IsUnannounced)
            steps.Add("announce");
        foreach (var step in steps)
            await audit.WriteAsync(Actor.Calendar, $"{Name} {step}", SubjectOf(before.Id), cancellation: cancellation);
    }

    private static string SubjectOf(string id) => $"draws/{id}";
}

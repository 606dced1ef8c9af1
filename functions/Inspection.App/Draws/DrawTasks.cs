using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>What a draw leaves in planning: the task's draw, and who was drawn in the history of visits.</summary>
internal sealed class DrawTasks(TaskStore tasks, EligibilityService eligibility, VisitHistory history, SelectionStore selections)
{
    /// <summary>The task of a draw.</summary>
    public async Task<InspectionTask> OfAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        return await tasks.FindAsync(head.TaskId, cancellation)
            ?? throw new InvalidOperationException($"task {head.TaskId} of draw {head.Id} is gone");
    }

    /// <summary>Gives the task back that never had a notice of this draw.</summary>
    public Task ReleaseAsync(DrawHead head, CancellationToken cancellation) => ChangeAsync(
        head,
        task => task.DrawId == head.Id ? task with { DrawId = "", Attempt = task.Attempt - 1 } : null,
        cancellation);

    /// <summary>Brings the task and the history to what the head says.</summary>
    public async Task SettleAsync(DrawHead head, Replacements replacements, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(replacements);
        var isVoided = head.State == DrawState.Voided;
        var task = await ChangeAsync(
            head,
            task => isVoided
                ? task.DrawId == head.Id ? task with { DrawId = "" } : null
                : task.DrawId == head.Id ? null : task with { DrawId = head.Id, Attempt = head.Attempt },
            cancellation);
        if (isVoided)
            await history.RemoveAsync(head.Id, task, cancellation);
        else if (head.DrawnAt is not null)
            await RecordAsync(head, task, replacements, cancellation);
    }

    /// <summary>
    /// Who was drawn stays drawn, also where a reserve takes the place. A supplementary draw counts for nobody, nor does a
    /// targeted one against the yearly cap, which is there for what chance brings.
    /// </summary>
    private async Task RecordAsync(DrawHead head, InspectionTask task, Replacements replacements, CancellationToken cancellation)
    {
        var isExempt = head.Supplements.Length > 0 || head.Target is not null || await eligibility.HasKeyItemAsync(task.Terms, cancellation);
        var visits = await selections.AllAsync(head.Id, cancellation)
            .Where(item => head.IsInHistory
                ? replacements.Touch(item.Uscc)
                : !item.IsReserve || replacements.BroughtIn(item.Uscc) is not null)
            .Select(item => new PlannedVisit(
                UnifiedSocialCreditCode.Parse(item.Uscc),
                RiskClass.Parse(item.RiskClass),
                [.. replacements.TeamsOf(item).SelectMany(static team => team.Inspectors)]))
            .ToListAsync(cancellation);
        await history.RecordAsync(head.Id, task, isExempt, visits, cancellation);
    }

    private async Task<InspectionTask> ChangeAsync(
        DrawHead head, Func<InspectionTask, InspectionTask?> change, CancellationToken cancellation)
    {
        while (true)
        {
            var task = await OfAsync(head, cancellation);
            if (change(task) is not { } changed)
                return task;
            if (await tasks.ReplaceAsync(changed, cancellation) is { } replaced)
                return replaced;
        }
    }
}

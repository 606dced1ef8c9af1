using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;

namespace Inspection.App.Draws;

/// <summary>Begins the draw of a task: checks whether it may be drawn, and claims task and plan for one draw.</summary>
internal sealed class DrawRequests(
    DrawStore draws, TaskStore tasks, PlanningService planning, CheckItemStore items, DrawTasks drawTasks, DrawFiles files,
    EntropySource entropy, TimeProvider clock)
{
    /// <summary>A new draw of the task; of any number of requests at once one gets it.</summary>
    public async Task<Outcome<DrawHead>> RequestAsync(string taskId, Actor actor, string supplements, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(taskId, actor, cancellation) is not { } task)
            return Refusal.NotFound($"there is no task {taskId}");
        if (await ProblemAsync(task, cancellation) is { } problem)
            return problem;
        var head = HeadOf(task, actor, supplements);
        return await draws.AddAsync(head, cancellation) is { } added ? added : await OccupiedAsync(task, cancellation);
    }

    /// <summary>Makes the draw the task's own; done again it changes nothing.</summary>
    /// <returns>The task, or why it cannot be drawn; the draw is then taken back.</returns>
    public async Task<Outcome<InspectionTask>> ClaimAsync(DrawHead head, CancellationToken cancellation)
    {
        while (true)
        {
            var task = await drawTasks.OfAsync(head, cancellation);
            if (task.DrawId == head.Id)
                return task;
            if (await ProblemAsync(task, cancellation) is { } problem)
                return await WithdrawAsync(head, problem, cancellation);
            var claimed = task with { DrawId = head.Id, Attempt = task.Attempt + 1 };
            if (await tasks.ReplaceAsync(claimed, cancellation) is { } replaced)
                return replaced;
        }
    }

    /// <summary>Takes a draw back that cannot be committed, and leaves its task free.</summary>
    public async Task<Refusal> WithdrawAsync(DrawHead head, Refusal refusal, CancellationToken cancellation)
    {
        await drawTasks.ReleaseAsync(head, cancellation);
        await files.TidyAsync(head.Id, head.Preparation, cancellation);
        await draws.RemoveAsync(head, cancellation);
        return refusal;
    }

    private async Task<Refusal?> ProblemAsync(InspectionTask task, CancellationToken cancellation)
    {
        if (task.DrawId.Length > 0)
            return HasDraw(task.Id, task.DrawId);
        if (task.State != TaskState.Approved)
            return Refusal.Conflict("not-approved", $"task {task.Id} is not approved; the head approves it before it is drawn");
        foreach (var code in task.Terms.ItemCodes)
        {
            if (await items.GetAsync(code, cancellation) is not { Published: true })
                return Refusal.Conflict("item-unpublished", $"check item {code} is not published; only published items are inspected (随机抽查事项清单)");
        }

        return entropy.ProblemWith(task.Terms.Entropy.Kind);
    }

    private async Task<Refusal> OccupiedAsync(InspectionTask task, CancellationToken cancellation)
    {
        if (await draws.HolderOfAsync(DrawRows.Task(task.Id), cancellation) is { } own)
            return HasDraw(task.Id, own.Id);
        if (task.Terms.PlanId.Length > 0 && await draws.HolderOfAsync(DrawRows.Plan(task.Terms.PlanId), cancellation) is { } other)
        {
            return Refusal.Conflict(
                "plan-has-open-draw",
                $"draw {other.Id} of the same plan is not drawn yet, and whom it draws cannot be drawn again; reveal or void it first");
        }

        return Refusal.Conflict("draw-ended-meanwhile", "another draw of this task or plan ended just now; send the request again");
    }

    private DrawHead HeadOf(InspectionTask task, Actor actor, string supplements) => new()
    {
        Id = NewId.At(clock.GetUtcNow()),
        TaskId = task.Id,
        PlanId = task.Terms.PlanId,
        Attempt = task.Attempt + 1,
        State = DrawState.Requested,
        Title = task.Terms.Title,
        Departments = task.Terms.Departments,
        StartsOn = task.Terms.StartsOn,
        EndsOn = task.Terms.EndsOn,
        Disclosure = task.Terms.Disclosure,
        ListPublished = task.Terms.ListPublished,
        Target = task.Terms.Target?.Grounds,
        Entropy = task.Terms.Entropy.Kind,
        Supplements = supplements,
        RequestedBy = actor.Name,
        RequestedAt = clock.GetUtcNow(),
    };

    private static Refusal HasDraw(string taskId, string drawId) => Refusal.Conflict(
        "task-has-draw", $"draw {drawId} was made for task {taskId}; a task has one draw, and a second one needs the first voided");
}

using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.App.Storage;
using ETag = Azure.ETag;

namespace Inspection.App.Planning;

/// <summary>Writes plans and tasks and has them approved. What is approved and changed needs approval anew.</summary>
public sealed class PlanningService(PlanStore plans, TaskStore tasks, PlanningRules rules, TimeProvider clock)
{
    public async Task<Outcome<YearlyPlan>> CreatePlanAsync(PlanTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (await rules.ProblemsAsync(terms, actor, cancellation).FirstOrDefaultAsync(cancellation) is { } problem)
            return problem;
        var plan = new YearlyPlan { Id = NewId.At(clock.GetUtcNow()), Terms = terms, CreatedBy = actor.Name };
        return await plans.AddAsync(plan, cancellation) is { } added ? added : IdTaken(plan.Id);
    }

    public async Task<Outcome<YearlyPlan>> ChangePlanAsync(
        string id, PlanTerms terms, ETag? version, Actor actor, CancellationToken cancellation)
    {
        if (await FindPlanAsync(id, actor, cancellation) is not { } plan)
            return Refusal.NotFound($"there is no plan {id}", $"没有计划 {id}");
        if (await rules.ProblemsAsync(terms, actor, cancellation).FirstOrDefaultAsync(cancellation) is { } problem)
            return problem;
        var changed = plan with { Terms = terms, ApprovedBy = "", CreatedBy = actor.Name, ETag = version ?? plan.ETag };
        return await plans.ReplaceAsync(changed, cancellation) is { } replaced ? replaced : Stale($"plan {id}", $"计划 {id} ");
    }

    /// <summary>The head's approval, of the version that the head read. Whoever wrote the plan does not approve it.</summary>
    public async Task<Outcome<YearlyPlan>> ApprovePlanAsync(string id, ETag? version, Actor actor, CancellationToken cancellation)
    {
        if (await FindPlanAsync(id, actor, cancellation) is not { } plan)
            return Refusal.NotFound($"there is no plan {id}", $"没有计划 {id}");
        if (plan.ApprovedBy.Length > 0)
            return plan;
        if (plan.CreatedBy == actor.Name)
            return OwnApproval(isPlan: true);
        var wanted = plan with { ApprovedBy = actor.Name, ETag = version ?? plan.ETag };
        return await plans.ReplaceAsync(wanted, cancellation) is { } approved ? approved : Stale($"plan {id}", $"计划 {id} ");
    }

    public async Task<Outcome<InspectionTask>> CreateTaskAsync(TaskTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (await rules.ProblemsAsync(terms, actor, cancellation).FirstOrDefaultAsync(cancellation) is { } problem)
            return problem;
        var task = DraftOf(NewId.At(clock.GetUtcNow()), terms, actor);
        return await tasks.AddAsync(task, cancellation) is { } added ? added : IdTaken(task.Id);
    }

    /// <summary>Creates the task of an id that follows from what it is made for; done again it finds the one that is there.</summary>
    public async Task<Outcome<InspectionTask>> CreateTaskAsync(string id, TaskTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (await tasks.FindAsync(id, cancellation) is { } there)
            return there;
        if (await rules.ProblemsAsync(terms, actor, cancellation).FirstOrDefaultAsync(cancellation) is { } problem)
            return problem;
        var made = await tasks.AddAsync(DraftOf(id, terms, actor), cancellation) ?? await tasks.FindAsync(id, cancellation);
        return made is not null ? made : IdTaken(id);
    }

    private static InspectionTask DraftOf(string id, TaskTerms terms, Actor actor) =>
        new() { Id = id, Terms = terms, State = TaskState.Draft, CreatedBy = actor.Name };

    public async Task<Outcome<InspectionTask>> ChangeTaskAsync(
        string id, TaskTerms terms, ETag? version, Actor actor, CancellationToken cancellation)
    {
        if (await FindTaskAsync(id, actor, cancellation) is not { } task)
            return Refusal.NotFound($"there is no task {id}", $"没有任务 {id}");
        if (task.DrawId.Length > 0)
            {
            return Refusal.Conflict(
                "task-has-draw",
                $"draw {task.DrawId} was made for this task; void it first, then change the task",
                $"这项任务已有抽取 {task.DrawId}；要修改任务，先作废这次抽取");
        }

        if (await rules.ProblemsAsync(terms, actor, cancellation).FirstOrDefaultAsync(cancellation) is { } problem)
            return problem;
        var changed = task with { Terms = terms, State = TaskState.Draft, ApprovedBy = "", CreatedBy = actor.Name, ETag = version ?? task.ETag };
        return await tasks.ReplaceAsync(changed, cancellation) is { } replaced ? replaced : Stale($"task {id}", $"任务 {id} ");
    }

    /// <summary>The head's approval, of the version that the head read. Whoever wrote the task does not approve it.</summary>
    public async Task<Outcome<InspectionTask>> ApproveTaskAsync(string id, ETag? version, Actor actor, CancellationToken cancellation)
    {
        if (await FindTaskAsync(id, actor, cancellation) is not { } task)
            return Refusal.NotFound($"there is no task {id}", $"没有任务 {id}");
        if (task.State == TaskState.Approved)
            return task;
        if (task.CreatedBy == actor.Name)
            return OwnApproval(isPlan: false);
        // Items may have been withdrawn since the task was written.
        if (await rules.ItemProblemsAsync(task.Terms.ItemCodes, cancellation).FirstOrDefaultAsync(cancellation) is { } problem)
            return problem;
        var wanted = task with { State = TaskState.Approved, ApprovedBy = actor.Name, ETag = version ?? task.ETag };
        return await tasks.ReplaceAsync(wanted, cancellation) is { } approved ? approved : Stale($"task {id}", $"任务 {id} ");
    }

    /// <summary>The plan, if it is there and the actor's department takes part in it.</summary>
    public async Task<YearlyPlan?> FindPlanAsync(string id, Actor actor, CancellationToken cancellation) =>
        await plans.FindAsync(id, cancellation) is { } plan && Concerns(plan.Terms.Departments, actor) ? plan : null;

    /// <summary>The task, if it is there and the actor's department takes part in it.</summary>
    public async Task<InspectionTask?> FindTaskAsync(string id, Actor actor, CancellationToken cancellation) =>
        await tasks.FindAsync(id, cancellation) is { } task && Concerns(task.Terms.Departments, actor) ? task : null;

    /// <summary>Whether the actor may see what these departments do; who belongs to no department sees all.</summary>
    public static bool Concerns(IReadOnlyList<DepartmentTeam> departments, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(departments);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Department.Length == 0 || departments.Any(team => team.Department == actor.Department);
    }

    private static Refusal OwnApproval(bool isPlan) => Refusal.Forbidden(
        "own-approval",
        $"whoever wrote a {(isPlan ? "plan" : "task")} does not approve it; ask another head",
        $"谁填写的{(isPlan ? "计划" : "任务")}，谁就不能批准；请另一位负责人批准");

    private static Refusal Stale(string what, string chinese) => Refusal.Stale(
        $"{what} was changed since it was read; read it again and repeat the change",
        $"{chinese}在您打开以后被别人改过；请看现在的内容再决定");

    private static Refusal IdTaken(string id) =>
        Refusal.Conflict("id-taken", $"{id} is taken; send the request again", $"编号 {id} 已被占用；请再提交一次");
}

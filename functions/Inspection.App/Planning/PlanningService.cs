using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.Drawing;
using Microsoft.Extensions.Options;
using ETag = Azure.ETag;

namespace Inspection.App.Planning;

/// <summary>Writes plans and tasks and has them approved. What is approved and changed needs approval anew.</summary>
public sealed class PlanningService(
    PlanStore plans, TaskStore tasks, CheckItemStore items, IOptions<RuleOptions> rules, TimeProvider clock)
{
    public async Task<Outcome<YearlyPlan>> CreatePlanAsync(PlanTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (await ProblemAsync(terms, actor, cancellation) is { } problem)
            return problem;
        var plan = new YearlyPlan { Id = NewId.At(clock.GetUtcNow()), Terms = terms, CreatedBy = actor.Name };
        return await plans.AddAsync(plan, cancellation) is { } added ? added : IdTaken(plan.Id);
    }

    public async Task<Outcome<YearlyPlan>> ChangePlanAsync(
        string id, PlanTerms terms, ETag? version, Actor actor, CancellationToken cancellation)
    {
        if (await FindPlanAsync(id, actor, cancellation) is not { } plan)
            return Refusal.NotFound($"there is no plan {id}");
        if (await ProblemAsync(terms, actor, cancellation) is { } problem)
            return problem;
        var changed = plan with { Terms = terms, ApprovedBy = "", CreatedBy = actor.Name, ETag = version ?? plan.ETag };
        return await plans.ReplaceAsync(changed, cancellation) is { } replaced ? replaced : Stale($"plan {id}");
    }

    /// <summary>The head's approval, of the version that the head read. Whoever wrote the plan does not approve it.</summary>
    public async Task<Outcome<YearlyPlan>> ApprovePlanAsync(string id, ETag? version, Actor actor, CancellationToken cancellation)
    {
        if (await FindPlanAsync(id, actor, cancellation) is not { } plan)
            return Refusal.NotFound($"there is no plan {id}");
        if (plan.ApprovedBy.Length > 0)
            return plan;
        if (plan.CreatedBy == actor.Name)
            return OwnApproval("plan");
        var wanted = plan with { ApprovedBy = actor.Name, ETag = version ?? plan.ETag };
        return await plans.ReplaceAsync(wanted, cancellation) is { } approved ? approved : Stale($"plan {id}");
    }

    public async Task<Outcome<InspectionTask>> CreateTaskAsync(TaskTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (await ProblemAsync(terms, actor, cancellation) is { } problem)
            return problem;
        var task = DraftOf(NewId.At(clock.GetUtcNow()), terms, actor);
        return await tasks.AddAsync(task, cancellation) is { } added ? added : IdTaken(task.Id);
    }

    /// <summary>Creates the task of an id that follows from what it is made for; done again it finds the one that is there.</summary>
    public async Task<Outcome<InspectionTask>> CreateTaskAsync(string id, TaskTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (await tasks.FindAsync(id, cancellation) is { } there)
            return there;
        if (await ProblemAsync(terms, actor, cancellation) is { } problem)
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
            return Refusal.NotFound($"there is no task {id}");
        if (task.DrawId.Length > 0)
            return Refusal.Conflict("task-has-draw", $"draw {task.DrawId} was made for this task; void it first, then change the task");
        if (await ProblemAsync(terms, actor, cancellation) is { } problem)
            return problem;
        var changed = task with { Terms = terms, State = TaskState.Draft, ApprovedBy = "", CreatedBy = actor.Name, ETag = version ?? task.ETag };
        return await tasks.ReplaceAsync(changed, cancellation) is { } replaced ? replaced : Stale($"task {id}");
    }

    /// <summary>The head's approval, of the version that the head read. Whoever wrote the task does not approve it.</summary>
    public async Task<Outcome<InspectionTask>> ApproveTaskAsync(string id, ETag? version, Actor actor, CancellationToken cancellation)
    {
        if (await FindTaskAsync(id, actor, cancellation) is not { } task)
            return Refusal.NotFound($"there is no task {id}");
        if (task.State == TaskState.Approved)
            return task;
        if (task.CreatedBy == actor.Name)
            return OwnApproval("task");
        // Items may have been withdrawn since the task was written.
        if (await ItemProblemAsync(task.Terms.ItemCodes, cancellation) is { } problem)
            return problem;
        var wanted = task with { State = TaskState.Approved, ApprovedBy = actor.Name, ETag = version ?? task.ETag };
        return await tasks.ReplaceAsync(wanted, cancellation) is { } approved ? approved : Stale($"task {id}");
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

    private async Task<Refusal?> ProblemAsync(PlanTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (terms.Year is < 2000 or > 9998)
            return Refusal.Invalid("year", $"year {terms.Year} is not 2000 to 9998");
        if (new TaskSampling { Mode = SamplingMode.Rates, Rates = terms.Rates }.Problem() is { } problem)
            return Refusal.Invalid("rates", problem);
        if (!terms.Rates.ContainsKey(terms.Unclassified))
            return Refusal.Invalid("unclassified", $"the class '{terms.Unclassified}' of unclassified enterprises has no rate in this plan");
        if (terms.Monthly is { } monthly && (monthly.Entropy.Problem() ?? ReserveProblem(monthly.Reserve)) is { } wrong)
            return Refusal.Invalid("monthly", wrong);
        if (terms.Monthly is not null && MonthlyTask.TitleOf(terms.Title, new DateOnly(terms.Year, 12, 1)).Length > NoticeTerms.MaxTextLength)
            return Refusal.Invalid("title", $"with the month behind it, which the calendar adds, the title has more than {NoticeTerms.MaxTextLength} characters");
        return await CommonProblemAsync(terms.Title, terms.Departments, terms.ItemCodes, actor, cancellation);
    }

    private async Task<Refusal?> ProblemAsync(TaskTerms terms, Actor actor, CancellationToken cancellation)
    {
        if (terms.Sampling.Problem() is { } sampling)
            return Refusal.Invalid("sampling", sampling);
        if (TargetProblem(terms) is { } target)
            return Refusal.Invalid("target", target);
        if (terms.Entropy.Problem() is { } entropy)
            return Refusal.Invalid("entropy", entropy);
        if (ReserveProblem(terms.Reserve) is { } reserve)
            return Refusal.Invalid("reserve", reserve);
        if (terms.StartsOn > terms.EndsOn)
            return Refusal.Invalid("days", $"the task starts on {terms.StartsOn:yyyy-MM-dd}, after its last day {terms.EndsOn:yyyy-MM-dd}");
        if (terms.PlanId.Length > 0)
        {
            if (await plans.FindAsync(terms.PlanId, cancellation) is not { } plan)
                return Refusal.Invalid("plan", $"there is no plan {terms.PlanId}");
            if (plan.Terms.Year != terms.StartsOn.Year)
                return Refusal.Invalid("plan", $"the plan is of {plan.Terms.Year}, the task starts in {terms.StartsOn.Year}");
        }

        return await CommonProblemAsync(terms.Title, terms.Departments, terms.ItemCodes, actor, cancellation);
    }

    /// <summary>Either enterprises are drawn or they are named; what is named is inspected whole and counts against no plan.</summary>
    private static string? TargetProblem(TaskTerms terms)
    {
        if (terms.Target is not { } target)
            return terms.Sampling.Mode == SamplingMode.All ? "mode all inspects everybody: say in target why, and whom" : null;
        if (terms.Sampling.Mode != SamplingMode.All)
            return $"a targeted task draws nobody of those whom it names; its sampling is of mode all, not {terms.Sampling.Mode}";
        if (terms.PlanId.Length > 0)
            return "a targeted task counts against no yearly plan, which is for random draws; leave planId empty";
        return terms.Reserve > 0 ? "a targeted task has no reserves; nobody stands in for whom it names" : target.Problem();
    }

    private async Task<Refusal?> CommonProblemAsync(
        string title, IReadOnlyList<DepartmentTeam> departments, IReadOnlyList<string> itemCodes, Actor actor, CancellationToken cancellation)
    {
        if (title.Length is 0 or > NoticeTerms.MaxTextLength || ProtocolText.ProblemIn(title) is not null)
            return Refusal.Invalid("title", $"a title has 1 to {NoticeTerms.MaxTextLength} characters and no control characters");
        if (departments.Count is 0 or > NoticeTerms.MaxTeams)
            return Refusal.Invalid("departments", $"1 to {NoticeTerms.MaxTeams} departments take part, not {departments.Count}");
        foreach (var team in departments)
        {
            if (team.Department.Length == 0)
                return Refusal.Invalid("departments", "a department has no name");
            if (team.Size > TeamRequest.MaxSize)
                return Refusal.Invalid("departments", $"{team.Department} sends {team.Size}; a team has at most {TeamRequest.MaxSize}");
            if (departments.Where(other => other.Department == team.Department).Sum(other => other.Size) < rules.Value.TeamMinimum)
            {
                return Refusal.Invalid(
                    "team-minimum",
                    $"{team.Department} sends {team.Size} inspector; the law asks for at least {rules.Value.TeamMinimum} (行政处罚法第四十二条, setting {RuleOptions.Section}:{nameof(RuleOptions.TeamMinimum)})");
            }
        }

        if (!Concerns(departments, actor))
            return Refusal.Forbidden("department", $"{actor.Department} takes no part in it; a department plans its own tasks");
        return await ItemProblemAsync(itemCodes, cancellation);
    }

    private async Task<Refusal?> ItemProblemAsync(IReadOnlyList<string> itemCodes, CancellationToken cancellation)
    {
        if (itemCodes.Count == 0)
            return Refusal.Invalid("items", "name at least one check item");
        foreach (var code in itemCodes)
        {
            if (await items.GetAsync(code, cancellation) is not { } item)
                return Refusal.Invalid("items", $"there is no check item {code}");
            if (!item.Published)
                return Refusal.Conflict("item-unpublished", $"check item {code} is not published; only published items are inspected (随机抽查事项清单)");
        }

        return null;
    }

    private static string? ReserveProblem(int reserve) =>
        reserve is < 0 or > NoticeTerms.MaxReserve ? $"reserve is {reserve}, not 0 to {NoticeTerms.MaxReserve}" : null;

    private static Refusal OwnApproval(string what) =>
        Refusal.Forbidden("own-approval", $"whoever wrote a {what} does not approve it; ask another head");

    private static Refusal Stale(string what) =>
        Refusal.Stale($"{what} was changed since it was read; read it again and repeat the change");

    private static Refusal IdTaken(string id) => Refusal.Conflict("id-taken", $"{id} is taken; send the request again");
}

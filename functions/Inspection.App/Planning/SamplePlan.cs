using System.Globalization;
using Inspection.App.Demonstration;
using Inspection.App.Security;

namespace Inspection.App.Planning;

/// <summary>The plan of the demonstration: an approved one for the year, with an approved joint task that starts today.</summary>
internal sealed class SamplePlan(PlanStore plans, TaskStore tasks, LocalTime time) : IDemonstrationPart
{
    private const int Days = 30;
    private const string Approver = "示例·负责人";

    /// <summary>No name of a user has such a dot.</summary>
    public static Actor Scheduler { get; } = new("示例·计划员", [Role.Scheduler], "");

    private static readonly IReadOnlyList<string> Items = ["SP-003", "WS-004"];

    private static readonly IReadOnlyList<DepartmentTeam> Departments =
        [new DepartmentTeam("区市场监管局", 2) { Skill = "食品" }, new DepartmentTeam("区卫生健康局", 2)];

    private static readonly TaskScope Scope = new() { Industries = ["餐饮服务", "食品销售", "美容美发", "旅馆住宿"] };

    /// <summary>The task's id, which follows from the year, so that there is one of it.</summary>
    public static string TaskIdOf(int year) => $"{PlanIdOf(year)}-1";

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) =>
        !await plans.AllAsync(cancellation).AnyAsync(cancellation) && !await tasks.AllAsync(cancellation).AnyAsync(cancellation);

    public async Task FillAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        var plan = PlanOf(today.Year);
        await plans.AddAsync(plan, cancellation);
        await tasks.AddAsync(TaskOf(plan, today), cancellation);
        // Where the rows were there already, what everybody sees of them may be missing.
        await plans.RepairPublicAsync(cancellation);
        await tasks.RepairPublicAsync(cancellation);
    }

    private static string PlanIdOf(int year) => string.Create(CultureInfo.InvariantCulture, $"sample-{year}");

    private static YearlyPlan PlanOf(int year) => new()
    {
        Id = PlanIdOf(year),
        CreatedBy = Scheduler.Name,
        ApprovedBy = Approver,
        Terms = new PlanTerms
        {
            Year = year,
            Title = string.Create(CultureInfo.InvariantCulture, $"青檀区{year}年度部门联合双随机抽查计划（示例）"),
            ItemCodes = Items,
            Departments = Departments,
            Scope = Scope,
        },
    };

    private static InspectionTask TaskOf(YearlyPlan plan, DateOnly today) => new()
    {
        Id = TaskIdOf(plan.Terms.Year),
        CreatedBy = Scheduler.Name,
        ApprovedBy = Approver,
        State = TaskState.Approved,
        Terms = new TaskTerms
        {
            PlanId = plan.Id,
            Title = "餐饮、住宿和美容美发场所部门联合抽查（示例）",
            ItemCodes = Items,
            Departments = Departments,
            Scope = Scope,
            Sampling = new TaskSampling { Mode = SamplingMode.Rates, Rates = plan.Terms.Rates },
            StartsOn = today,
            EndsOn = today.AddDays(Days),
            Entropy = new TaskEntropy { Kind = EntropyKind.None },
            Reserve = 2,
        },
    };
}

using System.Runtime.CompilerServices;
using Inspection.App.Directory;
using Inspection.App.Languages;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Planning;

/// <summary>
/// What is wrong with what people write of plans and tasks, all of it: a program is told the first, a page shows everything
/// at its fields.
/// </summary>
public sealed class PlanningRules(PlanStore plans, CheckItemStore items, IOptions<RuleOptions> rules)
{
    public async IAsyncEnumerable<Refusal> ProblemsAsync(
        PlanTerms terms, Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var isYear = terms.Year is >= 2000 and <= 9998;
        if (!isYear)
            yield return Refusal.Invalid("year", $"year {terms.Year} is not 2000 to 9998", $"年度 {terms.Year} 不在 2000 到 9998 之间");
        if (new TaskSampling { Mode = SamplingMode.Rates, Rates = terms.Rates }.Problem() is { } problem)
            yield return Refusal.Invalid("rates", problem);
        if (!terms.Rates.ContainsKey(terms.Unclassified))
        {
            yield return Refusal.Invalid(
                "unclassified",
                $"the class '{terms.Unclassified}' of unclassified enterprises has no rate in this plan",
                $"未分类企业归入“{terms.Unclassified}”类，而这份计划没有这一类的比例；请给它一个比例，或者改归别的类");
        }

        if (terms.Monthly is { } monthly && (monthly.Entropy.Problem() ?? ReserveProblem(monthly.Reserve)) is { } wrong)
            yield return Refusal.Invalid("monthly", wrong);
        if (isYear && terms.Monthly is not null && MonthlyTask.TitleOf(terms.Title, new DateOnly(terms.Year, 12, 1)).Length > NoticeTerms.MaxTextLength)
        {
            yield return Refusal.Invalid(
                "title",
                $"with the month behind it, which the calendar adds, the title has more than {NoticeTerms.MaxTextLength} characters",
                $"按月抽取时名称后面要加上月份，加上以后超过了 {NoticeTerms.MaxTextLength} 个字；请缩短");
        }

        await foreach (var common in CommonProblemsAsync(terms.Title, terms.Departments, terms.ItemCodes, actor, cancellation))
            yield return common;
    }

    public async IAsyncEnumerable<Refusal> ProblemsAsync(
        TaskTerms terms, Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Sampling.Problem() is { } sampling)
            yield return Refusal.Invalid("sampling", sampling);
        if (TargetProblem(terms) is { } target)
            yield return Refusal.Invalid("target", target);
        if (terms.Entropy.Problem() is { } entropy)
            yield return Refusal.Invalid("entropy", entropy);
        if (ReserveProblem(terms.Reserve) is { } reserve)
            yield return Refusal.Invalid("reserve", reserve);
        if (terms.StartsOn > terms.EndsOn)
        {
            yield return Refusal.Invalid(
                "days",
                $"the task starts on {terms.StartsOn:yyyy-MM-dd}, after its last day {terms.EndsOn:yyyy-MM-dd}",
                $"开始日期 {terms.StartsOn:yyyy-MM-dd} 晚于结束日期 {terms.EndsOn:yyyy-MM-dd}");
        }

        if (terms.PlanId.Length > 0 && await PlanProblemAsync(terms, cancellation) is { } plan)
            yield return Refusal.Invalid("plan", plan);
        await foreach (var common in CommonProblemsAsync(terms.Title, terms.Departments, terms.ItemCodes, actor, cancellation))
            yield return common;
    }

    /// <summary>What is wrong with the check items, which may have been withdrawn since they were chosen.</summary>
    public async IAsyncEnumerable<Refusal> ItemProblemsAsync(
        IReadOnlyList<string> itemCodes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(itemCodes);
        if (itemCodes.Count == 0)
            yield return Refusal.Invalid("items", "name at least one check item", "至少选择一个抽查事项");
        foreach (var code in itemCodes)
        {
            if (await items.GetAsync(code, cancellation) is not { } item)
                yield return Refusal.Invalid("items", $"there is no check item {code}", $"没有抽查事项 {code}");
            else if (!item.Published)
                yield return Unpublished(code);
        }
    }

    /// <summary>That an item may not be inspected by.</summary>
    internal static Refusal Unpublished(string code) => Refusal.Conflict(
        "item-unpublished",
        $"check item {code} is not published; only published items are inspected (随机抽查事项清单)",
        $"抽查事项 {code} 没有公布；只能按已公布的随机抽查事项清单检查，请先在“抽查事项”里公布它，或者从任务中去掉");

    private async Task<Saying?> PlanProblemAsync(TaskTerms terms, CancellationToken cancellation)
    {
        if (await plans.FindAsync(terms.PlanId, cancellation) is not { } plan)
            return new Saying($"there is no plan {terms.PlanId}", $"没有计划 {terms.PlanId}");
        return plan.Terms.Year == terms.StartsOn.Year ? null : new Saying(
            $"the plan is of {plan.Terms.Year}, the task starts in {terms.StartsOn.Year}",
            $"所选计划是 {plan.Terms.Year} 年的，任务却在 {terms.StartsOn.Year} 年开始；请改选计划或改日期");
    }

    /// <summary>Either enterprises are drawn or they are named; what is named is inspected whole and counts against no plan.</summary>
    private static Saying? TargetProblem(TaskTerms terms)
    {
        if (terms.Target is not { } target)
        {
            return terms.Sampling.Mode == SamplingMode.All
                ? new Saying("mode all inspects everybody: say in target why, and whom", "逐户检查要说明理由和检查对象")
                : null;
        }

        if (terms.Sampling.Mode != SamplingMode.All)
        {
            return new Saying(
                $"a targeted task draws nobody of those whom it names; its sampling is of mode all, not {terms.Sampling.Mode}",
                "逐户检查的任务不抽取企业，抽取规则只能是“全部检查”");
        }

        if (terms.PlanId.Length > 0)
        {
            return new Saying(
                "a targeted task counts against no yearly plan, which is for random draws; leave planId empty",
                "逐户检查不计入年度抽查计划，计划只管随机抽查；请不要选择计划");
        }

        return terms.Reserve > 0
            ? new Saying("a targeted task has no reserves; nobody stands in for whom it names", "逐户检查没有备选企业，备选户数请填 0")
            : target.Problem();
    }

    private async IAsyncEnumerable<Refusal> CommonProblemsAsync(
        string title, IReadOnlyList<DepartmentTeam> departments, IReadOnlyList<string> itemCodes, Actor actor,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (title.Length is 0 or > NoticeTerms.MaxTextLength || ProtocolText.ProblemIn(title) is not null)
        {
            yield return Refusal.Invalid(
                "title",
                $"a title has 1 to {NoticeTerms.MaxTextLength} characters and no control characters",
                $"名称要有 1 到 {NoticeTerms.MaxTextLength} 个字，不含换行等控制字符");
        }

        foreach (var problem in DepartmentProblems(departments, actor))
            yield return problem;
        await foreach (var problem in ItemProblemsAsync(itemCodes, cancellation))
            yield return problem;
    }

    private IEnumerable<Refusal> DepartmentProblems(IReadOnlyList<DepartmentTeam> departments, Actor actor)
    {
        if (departments.Count is 0 or > NoticeTerms.MaxTeams)
        {
            yield return Refusal.Invalid(
                "departments",
                $"1 to {NoticeTerms.MaxTeams} departments take part, not {departments.Count}",
                $"参加的部门要有 1 到 {NoticeTerms.MaxTeams} 个，现在是 {departments.Count} 个");
        }

        foreach (var team in departments)
        {
            if (team.Department.Length == 0)
                yield return Refusal.Invalid("departments", "a department has no name", "有一个部门没有名称");
            if (team.Size > TeamRequest.MaxSize)
            {
                yield return Refusal.Invalid(
                    "departments",
                    $"{team.Department} sends {team.Size}; a team has at most {TeamRequest.MaxSize}",
                    $"{team.Department}每户派 {team.Size} 人；最多 {TeamRequest.MaxSize} 人");
            }
        }

        var minimum = rules.Value.TeamMinimum;
        foreach (var (name, size) in departments.GroupBy(static team => team.Department).Select(static same => (same.Key, same.Sum(static team => team.Size))))
        {
            if (size < minimum)
            {
                yield return Refusal.Invalid(
                    "team-minimum",
                    $"{name} sends {size} inspector; the law asks for at least {minimum} (行政处罚法第四十二条, setting {RuleOptions.Section}:{nameof(RuleOptions.TeamMinimum)})",
                    $"{name}每户派 {size} 人；执法检查人员不得少于 {minimum} 人（行政处罚法第四十二条，设置 {RuleOptions.Section}:{nameof(RuleOptions.TeamMinimum)}）");
            }
        }

        if (departments.Count > 0 && !PlanningService.Concerns(departments, actor))
        {
            yield return Refusal.Forbidden(
                "department",
                $"{actor.Department} takes no part in it; a department plans its own tasks",
                $"{actor.Department}没有参加；各部门只能安排本部门参加的任务，请勾选本部门");
        }
    }

    private static Saying? ReserveProblem(int reserve) => reserve is < 0 or > NoticeTerms.MaxReserve
        ? new Saying($"reserve is {reserve}, not 0 to {NoticeTerms.MaxReserve}", $"备选户数是 {reserve}，要在 0 到 {NoticeTerms.MaxReserve} 之间")
        : null;
}

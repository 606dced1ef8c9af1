using Inspection.App.Directory;
using Inspection.App.Oversight;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>A page of the console that people set out for.</summary>
/// <param name="Path">Where it is, without the language, such as <c>console/users</c>; a page names it as its <see cref="PageHead.Area"/>.</param>
/// <param name="Chinese">Its name in Chinese.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Roles">Who may open it: the same as the page's own <c>[Authorize(Roles = …)]</c>.</param>
internal sealed record ConsoleEntry(string Path, string Chinese, string English, params IReadOnlyList<string> Roles)
{
    public bool IsFor(IEnumerable<string> roles) => roles.Any(Roles.Contains);
}

/// <summary>Pages that serve one kind of work.</summary>
internal sealed record ConsoleGroup(string Chinese, string English, params IReadOnlyList<ConsoleEntry> Entries);

/// <summary>The console's navigation, by kinds of work. A page that is named here is in the head of every other.</summary>
internal static class ConsoleMap
{
    private static readonly string[] Readers = DirectoryRoles.Readers.Split(',');

    /// <summary>The first page, of everybody who is signed in.</summary>
    public static ConsoleEntry Workbench { get; } = new("console", "工作台", "Workbench", Role.All);

    public static IReadOnlyList<ConsoleGroup> Groups { get; } =
    [
        new(
            "抽查",
            "Draws",
            new ConsoleEntry("console/plans", "年度计划", "Plans", Role.Scheduler, Role.Head, Role.Auditor),
            new ConsoleEntry("console/tasks", "抽查任务", "Tasks", Role.Scheduler, Role.Head, Role.Auditor),
            new ConsoleEntry("console/draws", "抽取", "Draws", Role.Scheduler, Role.Head, Role.Auditor),
            new ConsoleEntry("console/draws/monthly", "按月抽取", "Monthly draws", Role.Scheduler, Role.Head, Role.Auditor)),
        new(
            "名录",
            "Directories",
            new ConsoleEntry("console/enterprises", "企业名录", "Enterprises", Readers),
            new ConsoleEntry("console/inspectors", "执法检查人员名录", "Inspectors", Readers),
            new ConsoleEntry("console/items", "抽查事项清单", "Check items", Readers),
            new ConsoleEntry("console/imports", "导入名录", "Import", Role.Administrator)),
        new(
            "检查",
            "Visits",
            new ConsoleEntry("console/visits", "我的检查", "My visits", Role.Inspector)),
        new(
            "审核",
            "Reviews",
            new ConsoleEntry("console/reviews", "待审核结果", "Results to review", Role.Reviewer),
            new ConsoleEntry("console/follow-ups", "后续处理", "Follow-ups", Role.Reviewer),
            new ConsoleEntry("console/objections", "异议", "Objections", Role.Reviewer, Role.Head, Role.Scheduler, Role.Auditor)),
        new(
            "监督",
            "Oversight",
            new ConsoleEntry("console/leads", "线索", "Leads", Role.Reviewer, Role.Scheduler),
            new ConsoleEntry("console/watch", "重点关注企业", "Watch list", Role.Head, Role.Reviewer, Role.Auditor),
            new ConsoleEntry("console/figures", "抽查统计", "Figures", OversightController.Readers.Split(',')),
            new ConsoleEntry("console/fairness", "公平性检验", "Fairness", Role.Auditor)),
        new(
            "管理",
            "System",
            new ConsoleEntry("console/users", "用户和令牌", "Users and tokens", Role.Administrator),
            new ConsoleEntry("console/holidays", "工作日", "Working days", Role.Administrator, Role.Auditor),
            new ConsoleEntry("console/jobs", "自动任务", "Jobs", Role.Administrator, Role.Auditor, Role.Scheduler),
            new ConsoleEntry("console/audit", "操作日志", "Audit log", Role.Auditor),
            new ConsoleEntry("console/settings", "设置", "Settings", Role.Administrator, Role.Auditor)),
    ];

    /// <summary>What is open to somebody with these roles; groups of which nothing is are left out.</summary>
    public static IEnumerable<ConsoleGroup> For(IReadOnlyList<string> roles) => Groups
        .Select(group => group with { Entries = [.. group.Entries.Where(entry => entry.IsFor(roles))] })
        .Where(group => group.Entries.Count > 0);
}

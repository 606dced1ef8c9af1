namespace Inspection.App.Pages;

/// <summary>How people call the roles.</summary>
internal static class RoleNames
{
    public static string Role(this Words words, string role) => role switch
    {
        Security.Role.Administrator => words["系统管理员", "Administrator"],
        Security.Role.Head => words["负责人", "Head"],
        Security.Role.Scheduler => words["抽查组织员", "Scheduler"],
        Security.Role.Inspector => words["执法检查人员", "Inspector"],
        Security.Role.Reviewer => words["审核员", "Reviewer"],
        Security.Role.Auditor => words["监督员", "Auditor"],
        _ => role,
    };

    public static string Roles(this Words words, IEnumerable<string> roles) => words.List(roles.Select(words.Role));

    /// <summary>What a role may do, in a sentence.</summary>
    public static string RoleMeans(this Words words, string role) => role switch
    {
        Security.Role.Administrator => words["维护名录、事项、用户和设置", "Keeps the directories, items, users and settings"],
        Security.Role.Head => words["批准计划和任务，确认回避和作废", "Approves plans and tasks, confirms recusals and voids"],
        Security.Role.Scheduler => words["编制计划和任务，公告、揭示、替换", "Writes plans and tasks, commits, reveals, replaces"],
        Security.Role.Inspector => words["查看自己的检查任务，填写结果", "Sees own visits and records their results"],
        Security.Role.Reviewer => words["审核别人填写的结果，办理后续和异议", "Reviews what others recorded, follows up, answers objections"],
        Security.Role.Auditor => words["查看全部内容和操作日志，不能修改", "Reads everything and the audit log, changes nothing"],
        _ => "",
    };
}

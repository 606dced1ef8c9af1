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
}

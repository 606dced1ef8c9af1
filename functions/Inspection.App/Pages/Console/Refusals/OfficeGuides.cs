namespace Inspection.App.Pages.Console;

/// <summary>What the directories, users and plans refuse.</summary>
internal static class OfficeGuides
{
    private const string Users = "/console/users";

    public static IReadOnlyList<RefusalGuide> All { get; } =
    [
        new("changed-meanwhile", "您打开以后，别人已经改过。请核对两个版本，再决定保存哪一个。"),
        new("not-found", "没有找到，或者不属于您的部门。"),
        new("invalid-request", "填写的内容无法识别，请检查格式。"),
        new("bad-value", "这一项不符合要求。"),
        new("role-needed", "您的角色不包括这项操作，请联系系统管理员。"),
        new("other-origin", "请从本站自己的页面提交。"),

        new("user-name", "用户名为 1 至 64 个字，可用字母、汉字、数字和 . _ - @，以字母、汉字或数字开头；calendar 和 command-line 留给系统使用。"),
        new("user-roles", "请至少选择一个角色。"),
        new("user-text", "姓名、部门和执法人员编号最多 100 个字，不能有控制字符。"),
        new("user-inspector", "填写了执法人员编号，就要选择“执法检查人员”角色；否则请清空编号。"),
        new("user-exists", "已经有这个用户名（不分大小写）。请修改原来的用户，或者换一个用户名。", Users),
        new("user-name-taken", "本系统已有同名的另一个用户。", Users),
        new("user-from-provider", "这个用户的信息由单位账号系统提供，这里只能停用或启用。"),
        new("user-disabled", "这个用户已停用，系统管理员可以重新启用。", Users),
        new("last-administrator", "这是最后一个能登录的系统管理员，请先设立另一个。", Users),
        new("local-tokens-off", "本系统只允许用单位账号登录（设置 SignIn:LocalTokens），令牌不起作用。", "/console/settings"),
        new("no-role", "单位账号系统没有给这个账号任何角色（设置 SignIn:RolesClaim、SignIn:Roles）。", "/console/settings"),
        new("provider-claims", "单位账号系统没有发来需要的信息（设置 SignIn）。", "/console/settings"),
        new("sign-in-failed", "在单位账号系统的登录中断或超时，请重新登录。", "/sign-in"),
        new("link-void", "这个登录链接已用过、已被新链接代替或已过期。"),

        new("already-recused", "这名执法人员对该企业的回避已经申报过，由另一人确认。"),
        new("two-persons", "申报和确认要由两个人完成，请另一位负责人或系统管理员确认。"),
        new("import-running", "这个名录正在导入另一个文件，请等它结束后再提交。", "/console/imports"),
        new("import-empty", "没有选择文件，或者文件是空的。"),
        new("enterprise-exists", "名录里已经有这个统一社会信用代码，请打开它修改。"),
        new("inspector-exists", "名录里已经有这个执法人员编号，请打开它修改。"),
        new("item-exists", "清单里已经有这个事项编码，请打开它修改。"),

        new("year", "年份应在 2000 至 9998 之间。"),
        new("rates", "各类别的抽查比例填写有误：类别为 1 至 8 个字母或数字，比例为 0% 至 100%。"),
        new("unclassified", "未分类企业所归入的类别，在本计划里没有抽查比例。"),
        new("monthly", "每月自动抽取的设置有误。"),
        new("title", "名称为 1 至 200 个字，不能有控制字符；按月抽取的计划，名称后面还要加上月份。"),
        new("departments", "请填写 1 至 20 个参加部门，每个部门写明名称和人数。"),
        new("team-minimum", "每个部门至少派 2 名执法人员（行政处罚法第四十二条，设置 Rules:TeamMinimum）。", "/console/settings"),
        new("department", "您的部门不参加这项工作；部门只能安排自己参加的抽查。"),
        new("items", "请至少选择一个抽查事项，并确认它在清单里。", "/console/items"),
        new("item-unpublished", "有抽查事项还没有公布；只有公布的事项才能抽查（随机抽查事项清单）。", "/console/items"),
        new("own-approval", "编写的人不能自己批准，请另一位负责人批准。"),
        new("id-taken", "编号恰好被占用，请再提交一次。"),
        new("date", "年份应在 2000 至 9998 之间。"),
    ];
}

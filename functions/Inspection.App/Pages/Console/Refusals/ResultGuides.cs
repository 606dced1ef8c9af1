namespace Inspection.App.Pages.Console;

/// <summary>What visits, results, reviews, objections and the watch refuse.</summary>
internal static class ResultGuides
{
    private const string Users = "/console/users";

    public static IReadOnlyList<RefusalGuide> All { get; } =
    [
        new("no-inspector", "您的用户没有对应的执法人员编号，请系统管理员在用户里填写。", Users),
        new("no-visits", "这次抽取还没有结果，没有检查任务。"),
        new("supplementary-draw", "这是补充抽取，检查结果记在原来的抽取里。"),
        new("replaced", "这家企业已被替换，检查替换后的企业。"),
        new("not-on-team", "只有检查组的成员可以填写这次检查的结果。"),
        new("submitted", "结果正在等待审核；退回后可以修改。"),
        new("approved", "结果已经审核通过，即将公示；公示后由审核员发起更正。"),
        new("published", "结果已经公示；由审核员发起更正，更正会和原结果一起公开。"),
        new("inspected-on", "检查日期要在任务的期限之内，也不能晚于今天。"),
        new("method", "请选择检查方式。"),
        new("text", "文字不能为空、太短（线索至少 10 个字）或超过规定长度，也不能含有不能使用的字符或 3 个以上的网址。"),
        new("code", "检查结果的选择有误：检查过的事项要有结果，没有检查的不能有。"),
        new("disposal", "处置方式与检查结果不相符：未发现问题的无需后续处置；待后续处理的要写明处置；责令后已改正的为责令改正，或写明依据的免罚；其他结果不能免罚。"),
        new("items-missing", "还有事项没有填写；没有检查的事项，请写明原因。"),
        new("reason-missing", "没有检查的事项，请写明原因。"),
        new("finding-missing", "发现了问题，请写明具体情况。"),
        new("legal-basis", "初次轻微违法免罚要写明依据（行政处罚法第三十三条）。"),
        new("evidence-files", "一次检查的证据文件数量已到上限（设置 Results:EvidenceFiles）。", "/console/settings"),
        new("evidence-size", "文件是空的或太大（设置 Results:EvidenceMegabytes）。", "/console/settings"),
        new("evidence-type", "不支持这种文件，请上传照片（JPEG、PNG、WebP、HEIC）、PDF，或不带宏的 Word、Excel 文件。"),
        new("opinion", "退回时请写明要修改什么；意见不超过规定字数。"),
        new("not-reviewer", "由参加部门的审核员办理。"),
        new("own-review", "填写结果的人不能自己审核，请第二个人审核。"),
        new("not-submitted", "结果不在待审核状态。"),
        new("not-published", "只有已公示的结果可以这样办理。"),
        new("own-follow-up", "填写结果的人不能自己办理后续处置，请第二个人办理。"),
        new("follow-ups", "后续处置的次数已到上限，请改为更正结果。"),
        new("not-pending", "这个事项没有待后续处理的问题。"),
        new("on", "日期应在检查日期和今天之间。"),
        new("note", "说明超过规定长度，或含有不能使用的字符。"),
        new("answer", "答复为 1 个字以上、规定字数以内，不能有控制字符；答复会公开。"),
        new("under-review", "已有答复等待审批，审批人可以退回。"),
        new("own-answer", "写答复的人不能自己审批，请第二个人审批。"),
        new("not-answered", "还没有可以审批的答复。"),
        new("own-result", "填写结果的人不能处理对它的异议。"),
        new("settled", "这个异议已经办结，答复已公开。"),
        new("objections", "同一结果正在处理的异议已到上限。"),
        new("name", "姓名或名称填写有误。"),
        new("contact", "请填写电话或电子邮箱。"),
        new("lead-decided", "这条线索已经处理过。"),
        new("lead-files", "线索的文件数量已到上限。"),
        new("received-before", "一天内收到过多次相同的内容。"),
        new("subject", "请写明是哪家企业。"),
        new("watch-state", "重点关注名单里的状态不允许这样办理。"),
        new("q", "请填写 18 位代码，或名称里的 2 个字以上。"),
        new("draw", "抽取编号太长。"),
    ];
}

namespace Inspection.App.Pages.Console;

/// <summary>What tasks and draws refuse.</summary>
internal static class DrawGuides
{
    private const string Settings = "/console/settings";

    public static IReadOnlyList<RefusalGuide> All { get; } =
    [
        new("sampling", "抽取数量的设置有误：按比例、按权重或按名额，只填其中一种。"),
        new("target", "定向抽查的设置有误：写明依据和企业，不设比例、计划和候补。"),
        new("entropy", "公共随机源的设置有误，或者揭示的内容与公告不符。"),
        new("reserve", "候补数量超出范围。"),
        new("days", "开始日期不能晚于结束日期。"),
        new("plan", "没有这个计划，或者计划的年份与任务不同。"),
        new("protocol", "名单或参数不符合抽取协议。"),
        new("task-has-draw", "这个任务已经抽取过；要改任务或重新抽取，先作废原来的抽取。"),
        new("not-approved", "任务还没有批准；负责人批准后才能抽取。"),
        new("plan-has-open-draw", "同一计划有一次抽取还没有完成，先揭示或作废它。"),
        new("draw-ended-meanwhile", "另一次抽取刚刚结束，请再提交一次。"),
        new("nobody-to-draw", "没有可以抽取的企业；请看任务的抽取范围，里面写明各企业因哪条规则没有列入。"),
        new("open-classes", "公开方式会暴露每家企业的信用风险类别。请改为密封方式，或把范围缩小到一个类别。"),
        new("entropy-unproven", "不用公共随机源的抽取无法核对，因此不允许。请改用见证人开号或公共信标；演示时可打开设置 Draws:AllowUnproven。", Settings),
        new("entropy-not-out", "公共随机数还没有产生，请到时间再揭示。"),
        new("beacon-silent", "暂时取不到公共信标的这一轮，系统每分钟会再取一次。"),
        new("no-beacon", "没有设置公共信标（Beacon:Relays）。请设置，或者改用见证人开号。", Settings),
        new("not-committed", "这次抽取不在“已公告、待揭示”的状态，不能这样做。"),
        new("digits", "号码的位数不对，只能是 0 至 9 的数字。"),
        new("already-contributed", "这位见证人已经开号，号码只能给一次。"),
        new("not-drawn", "这次抽取还没有结果，或者已经结束，不能这样做。"),
        new("reason", "请写明原因，不超过规定字数，不能有控制字符；原因会公开。"),
        new("already-replaced", "这家企业或这名人员已经替换过。"),
        new("not-visited", "这是候补企业，还没有轮到检查。"),
        new("no-reserve", "同类候补已经用完，请把企业的实际状态记为检查结果。"),
        new("no-shortage", "没有缺人的检查组，或者已有补充抽取。"),
        new("cannot-void", "只有已公告或已抽取的抽取可以作废。"),
        new("draw-first", "随机数已经确定，只能先抽取；抽取后可以作废，记录会保留。"),
        new("own-confirmation", "申请作废的人不能自己确认，请第二个人确认。"),
        new("visits-not-over", "检查期限还没有结束，结束以后再办结。"),
        new("not-closed", "这次抽取还没有办结；办结以后才能出具证明。"),
        new("voided", "这次抽取已经作废。"),
        new("uscc", "统一社会信用代码不正确，请逐位核对。"),
        new("range", "编号范围有误。"),
        new("limit", "每页数量超出范围。"),
        new("cursor", "翻页位置已失效，请回到第一页。"),
        new("stamp-refused", "时间戳服务没有给出有效的时间戳。"),
    ];
}

using Inspection.App.Languages;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>A rule that leaves enterprises out, as people read it.</summary>
/// <param name="What">Who is left out by it.</param>
/// <param name="Where">Where that can be changed.</param>
internal sealed record LeftOutRule(Saying What, Saying Where)
{
    public static LeftOutRule Of(string code) => code switch
    {
        ExclusionRule.Status => new(
            new("Not in business: the registration status is not 存续 or the like", "登记状态不是存续（在营、开业）"),
            new("The status is kept in the directory of enterprises.", "状态在企业名录里维护。")),
        ExclusionRule.AlreadyDrawn => new(
            new("Drawn by this plan already this year", "本年已被这个计划抽中"),
            new("Choose no plan in the step Scope for a draw that does not count against it.", "不想受此限制，请在“范围”一步不计入计划。")),
        ExclusionRule.YearlyCap => new(
            new("As many visits this year as its class may have", "本年检查次数已达这一类的上限"),
            new("Setting Rules:YearlyCap; tasks with a key item are exempt.", "设置 Rules:YearlyCap；含重点检查事项的任务不受限制。")),
        ExclusionRule.GracePeriod => new(
            new("Registered too recently (grace period)", "成立不久，在包容期内"),
            new("Setting Rules:GraceMonths; tasks with a key item are exempt.", "设置 Rules:GraceMonths；含重点检查事项的任务不受限制。")),
        ExclusionRule.Unclassified => new(
            new("Has no risk class, and no plan says in which it is drawn", "没有信用风险类别，也没有计划说明归入哪一类"),
            new("Give it a class in the directory, or choose a plan in the step Scope.", "请在企业名录里补上类别，或者在“范围”一步选择计划。")),
        ExclusionRule.NotInDirectory => new(
            new("Named by the task, but not in the directory", "任务列出了它，但企业名录里没有"),
            new("Check the code in the step Scope, or import the enterprise.", "请在“范围”一步核对代码，或者先导入企业。")),
        ExclusionRule.ClassNotSampled => new(
            new("Of a class that the step Sampling does not name", "所属类别没有列入抽取"),
            new("Add the class in the step Sampling.", "请在“抽取比例”一步加上这一类。")),
        _ => new(new(code, code), new("", "")),
    };
}

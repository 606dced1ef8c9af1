namespace Inspection.App.Pages;

/// <summary>An entry of the navigation.</summary>
/// <param name="Path">Where it leads: the path from the root of the site, without the language.</param>
/// <param name="Chinese">Its name in Chinese.</param>
/// <param name="English">Its name in English.</param>
internal sealed record SiteEntry(string Path, string Chinese, string English);

/// <summary>Entries that belong together.</summary>
internal sealed record SiteGroup(string Chinese, string English, IReadOnlyList<SiteEntry> Entries);

/// <summary>The public pages that people set out for, in the order in which the navigation names them.</summary>
internal static class SiteMap
{
    private static readonly SiteEntry Results = new("results", "检查结果", "Results");
    private static readonly SiteEntry Statistics = new("statistics", "统计", "Statistics");
    private static readonly SiteEntry Draws = new("draws", "抽取记录", "Draws");
    private static readonly SiteEntry Plans = new("plans", "计划和任务", "Plans and tasks");
    private static readonly SiteEntry Items = new("items", "抽查事项", "Check items");
    private static readonly SiteEntry Ledger = new("ledger", "公开台账", "Ledger");
    private static readonly SiteEntry Verify = new("verify", "核对抽取", "Verify a draw");
    private static readonly SiteEntry How = new("how", "抽取如何进行", "How a draw works");
    private static readonly SiteEntry OpenData = new("open-data", "开放数据", "Open data");

    /// <summary>What the head of every page shows.</summary>
    public static IReadOnlyList<SiteEntry> Main { get; } = [Results, Draws, Verify, Plans, Items, Statistics, Ledger, How, OpenData];

    /// <summary>Everything, as the foot of every page shows it.</summary>
    public static IReadOnlyList<SiteGroup> Groups { get; } =
    [
        new("查询", "Look up", [Results, Draws, Plans, Items, Statistics, new("overdue", "逾期未公示", "Overdue results"), new("corrections", "更正记录", "Corrections")]),
        new("核对", "Check it yourself", [Verify, How, Ledger, new("ledger/verify", "核对台账", "Check the ledger")]),
        new("开放", "Open", [OpenData, new("docs", "接口说明", "API reference")]),
        new("反映", "Tell us", [new("objections", "异议", "Objections"), new("leads", "提供线索", "Report something"), new("report", "报告错误", "Report an error")]),
        new(
            "关于本站",
            "About",
            [
                new("privacy", "隐私", "Privacy"),
                new("accessibility", "无障碍声明", "Accessibility"),
            ]),
    ];
}

using Inspection.App.Jobs;

namespace Inspection.App.Pages.Console;

/// <summary>How people call the jobs and how their runs ended.</summary>
internal static class JobWords
{
    public static string Job(this Words words, string name) => name switch
    {
        "AdvanceDraws" => words["推进抽取", "Advance draws"],
        "MonthlyDraw" => words["每月抽取", "Monthly draw"],
        "Oversee" => words["统计和监督", "Figures and oversight"],
        "PublishDue" => words["公示到期结果", "Publish what is due"],
        "ShowLists" => words["核对公开数据", "Check what is public"],
        "StampHead" => words["台账时间戳", "Stamp the ledger"],
        "WatchDeadlines" => words["检查期限", "Watch deadlines"],
        _ => name,
    };

    public static string Outcome(this Words words, JobOutcome outcome) => outcome switch
    {
        JobOutcome.None => words["还没有运行过", "Never run"],
        JobOutcome.Running => words["正在运行", "Running"],
        JobOutcome.Succeeded => words["完成", "Done"],
        JobOutcome.Incomplete => words["没有全部完成，会再试", "Not all was done; it is tried again"],
        _ => words["失败，会再试", "Failed; it is tried again"],
    };

    public static Tone Tone(this JobOutcome outcome) => outcome switch
    {
        JobOutcome.Succeeded => Pages.Tone.Good,
        JobOutcome.Incomplete => Pages.Tone.Warn,
        JobOutcome.Failed => Pages.Tone.Bad,
        _ => Pages.Tone.Quiet,
    };

    /// <summary>Whether somebody should look: it failed, or its time was missed and is not caught up.</summary>
    public static bool NeedsLooking(this JobView job) =>
        job.Outcome is JobOutcome.Failed or JobOutcome.Incomplete || (job.MissedAt is not null && job.CaughtUpAt is null);
}

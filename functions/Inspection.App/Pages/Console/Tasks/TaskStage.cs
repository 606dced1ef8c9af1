using Inspection.App.Draws;
using Inspection.App.Languages;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>Where a task stands, from its writing to the end of its visits.</summary>
public enum TaskStage
{
    [Label("待负责人批准", "Waits for the head")]
    Waiting,

    [Label("已批准，待抽取", "Approved, not drawn yet")]
    Approved,

    [Label("正在准备公告", "Notice being prepared")]
    Requested,

    [Label("已公告，等随机数", "Announced, waits for randomness")]
    Committed,

    [Label("已抽取，检查中", "Drawn, visits under way")]
    Drawn,

    [Label("已结束", "Closed")]
    Closed,
}

internal static class TaskStages
{
    public static TaskStage Of(InspectionTask task, DrawHead? draw)
    {
        ArgumentNullException.ThrowIfNull(task);
        return draw?.State switch
        {
            DrawState.Requested => TaskStage.Requested,
            DrawState.Committed => TaskStage.Committed,
            DrawState.Drawn => TaskStage.Drawn,
            DrawState.Closed => TaskStage.Closed,
            _ => task.State == TaskState.Approved ? TaskStage.Approved : TaskStage.Waiting,
        };
    }

    public static Badge BadgeOf(TaskStage stage) => stage switch
    {
        TaskStage.Waiting => new Badge(stage, "clock", Tone.Warn),
        TaskStage.Approved => new Badge(stage, "check", Tone.Calm),
        TaskStage.Requested => new Badge(stage, "pen", Tone.Quiet),
        TaskStage.Committed => new Badge(stage, "notice", Tone.Calm),
        TaskStage.Drawn => new Badge(stage, "dice", Tone.Calm),
        _ => new Badge(stage, "check", Tone.Good),
    };
}

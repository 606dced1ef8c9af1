using Inspection.App.Draws;
using Inspection.App.Languages;

namespace Inspection.App.Pages.Console;

/// <summary>Where a draw stands, as the regulator's people are told.</summary>
public enum DrawStage
{
    [Label("正在准备公告", "Notice being prepared")]
    Requested,

    [Label("已公告，等随机数", "Announced, waits for randomness")]
    Committed,

    [Label("随机数已定，待抽取", "Randomness fixed, to be drawn")]
    Fixed,

    [Label("逾期未抽取", "Abandoned")]
    Abandoned,

    [Label("已抽取，检查中", "Drawn, visits under way")]
    Drawn,

    [Label("已结束", "Closed")]
    Closed,

    [Label("已作废", "Voided")]
    Voided,
}

internal static class DrawStages
{
    /// <param name="head">The draw.</param>
    /// <param name="now">Null where it does not matter whether the randomness is there.</param>
    public static DrawStage Of(DrawHead head, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.State switch
        {
            DrawState.Requested => DrawStage.Requested,
            DrawState.Committed when head.AbandonedAt is not null => DrawStage.Abandoned,
            DrawState.Committed when now is { } time && head.IsEntropyFixed(time) => DrawStage.Fixed,
            DrawState.Committed => DrawStage.Committed,
            DrawState.Drawn => DrawStage.Drawn,
            DrawState.Closed => DrawStage.Closed,
            _ => DrawStage.Voided,
        };
    }

    public static Badge BadgeOf(DrawHead head, DateTimeOffset? now = null)
    {
        var stage = Of(head, now);
        return stage switch
        {
            DrawStage.Requested => new Badge(stage, "pen", Tone.Quiet),
            DrawStage.Committed => new Badge(stage, "clock", Tone.Calm),
            DrawStage.Fixed => new Badge(stage, "dice", Tone.Warn),
            DrawStage.Abandoned => new Badge(stage, "alert", Tone.Warn),
            DrawStage.Drawn => new Badge(stage, "dice", Tone.Calm),
            DrawStage.Closed => new Badge(stage, "check", Tone.Good),
            _ => new Badge(stage, "ban", Tone.Bad),
        };
    }
}

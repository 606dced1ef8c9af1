using Inspection.App.Languages;

namespace Inspection.App.Oversight;

/// <summary>What a look asks of the past draws.</summary>
public enum LookKind
{
    /// <summary>Whether the tickets below the largest of their class and draw are uniform.</summary>
    [Label("签号均匀", "Tickets are uniform")]
    Tickets,

    /// <summary>Whether the largest of those tickets lie where the smallest of so many lie.</summary>
    [Label("入选界限合理", "Thresholds are as expected")]
    Thresholds,

    /// <summary>Whether a district was drawn as often as its size says.</summary>
    [Label("区划被抽次数", "District drawn as expected")]
    District,

    /// <summary>Whether an industry was drawn as often as its size says.</summary>
    [Label("行业被抽次数", "Industry drawn as expected")]
    Industry,

    /// <summary>Whether an inspector served as often as the credits entitle to.</summary>
    [Label("执法人员任务量", "Inspector served as entitled")]
    Inspector,

    /// <summary>Whether an inspector met the same enterprises again more often than chance has it.</summary>
    [Label("重复搭配", "Repeated pairs")]
    RepeatedPairs,
}

/// <summary>One look at the past draws, and how surprising it is.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Subject">Of whom: a district, an industry, an inspector; empty where of all draws.</param>
/// <param name="Observed">What there was.</param>
/// <param name="Expected">What an honest draw leads to on average.</param>
/// <param name="PValue">The chance that an honest draw is at least as far off.</param>
public sealed record Look(LookKind Kind, string Subject, double Observed, double Expected, double PValue)
{
    /// <summary>The p-value corrected for all the looks that were taken; an alarm is one at or under the alarm rate.</summary>
    public double Adjusted { get; init; } = PValue;
}

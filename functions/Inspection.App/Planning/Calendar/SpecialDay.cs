using Inspection.App.Languages;

namespace Inspection.App.Planning;

/// <summary>What a notice makes of a day.</summary>
public enum DayKind
{
    [Label("放假", "Day off")]
    Holiday,

    /// <summary>A day of the weekend on which people work, because it was moved (调休).</summary>
    [Label("调休上班", "Working day")]
    Workday,
}

/// <summary>A day that is not what its weekday says.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The holiday that it belongs to.</param>
/// <param name="Source">The notice that says so, by its number.</param>
public sealed record SpecialDay(DateOnly Date, DayKind Kind, string Name, string Source);

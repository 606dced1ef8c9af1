namespace Inspection.App.Publication;

/// <summary>
/// A visit whose result should be public by now and is not, as everybody may read it. While the list of the drawn is
/// withheld no enterprise is named: the visits of the draw are counted instead.
/// </summary>
public sealed record OverdueResult
{
    public required string DrawId { get; init; }

    public required string TaskId { get; init; }

    public required string TaskTitle { get; init; }

    /// <summary>Who makes the visits, and so owes the result.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>The enterprise; empty while the list is withheld.</summary>
    public string Uscc { get; init; } = "";

    /// <summary>Its name; empty while the list is withheld.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its district; empty while the list is withheld.</summary>
    public string District { get; init; } = "";

    /// <summary>From when the term runs: the day of the inspection, or the last day of the task where none was recorded.</summary>
    public required DateOnly CountedFrom { get; init; }

    /// <summary>The last day on which it would have been in time; of several visits the earliest.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether that day may still move, because a year's holidays are not known.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>How many visits this is; 1 where the enterprise is named.</summary>
    public int Visits { get; init; } = 1;
}

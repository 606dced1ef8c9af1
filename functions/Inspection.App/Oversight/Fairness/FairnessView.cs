namespace Inspection.App.Oversight;

/// <summary>What past draws show about their fairness.</summary>
public sealed record FairnessView
{
    /// <summary>The first day of the tasks that are looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Their last first day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How many draws are looked at.</summary>
    public required int Draws { get; init; }

    /// <summary>Draws that are not traced yet; the job does it within the hour.</summary>
    public required int NotTraced { get; init; }

    /// <summary>Draws whose record does not follow from their notice and their randomness, with the checks that fail. There is no chance in this.</summary>
    public required IReadOnlyList<NotReproduced> NotReproduced { get; init; }

    /// <summary>Draws that are too large to be recomputed here; check their packages with the command line.</summary>
    public required IReadOnlyList<string> NotRecomputed { get; init; }

    /// <summary>Draws that were voided after they were drawn, which are not looked at: whoever voids what does not suit steers.</summary>
    public required IReadOnlyList<string> VoidedAfterDraw { get; init; }

    /// <summary>The chance that honest draws raise any alarm in one such report.</summary>
    public double AlarmRate { get; } = FairnessReport.AlarmRate;

    public required IReadOnlyList<Look> Alarms { get; init; }

    /// <summary>All looks, the most surprising first.</summary>
    public required IReadOnlyList<Look> Looks { get; init; }
}

/// <summary>A draw that did not come out again.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Failed">The checks that fail.</param>
public sealed record NotReproduced(string DrawId, IReadOnlyList<string> Failed);

namespace Inspection.App.Oversight;

/// <summary>The figures of a year, as they stood when they were last made; for those who oversee.</summary>
public sealed record YearFigures
{
    public required int Year { get; init; }

    /// <summary>When they were made.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required IReadOnlyList<RateRow> Rates { get; init; }

    public required IReadOnlyList<EffectRow> Effects { get; init; }

    public required IReadOnlyList<PlanRow> Plans { get; init; }
}

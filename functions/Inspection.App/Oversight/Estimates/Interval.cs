namespace Inspection.App.Oversight;

/// <summary>A range of rates.</summary>
/// <param name="Lower">The lower limit, 0 to 1.</param>
/// <param name="Upper">The upper limit, 0 to 1.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>The level of every interval of this folder: of a hundred intervals it is meant to hold in 95.</summary>
    public const double Level = 0.95;

    /// <summary>The chance that an interval is meant to leave out on each side.</summary>
    public const double Tail = (1 - Level) / 2;
}

namespace Inspection.App.Oversight;

/// <summary>What a sample says of the rate of problems among all who could be drawn.</summary>
public sealed record RateEstimate
{
    /// <summary>The estimated share of enterprises with a problem, 0 to 1.</summary>
    public required double Rate { get; init; }

    /// <summary>The rates that go with what was found, at a level of 95%.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The standard error of the rate.</summary>
    public required double StandardError { get; init; }

    public required int DegreesOfFreedom { get; init; }

    /// <summary>The interval of Korn and Graubard, as survey software has it; null where it is not defined.</summary>
    public Interval? KornGraubard { get; init; }

    /// <summary>How large a simple sample would be that says as much; null where Korn and Graubard's is not defined.</summary>
    public double? EffectiveSize { get; init; }

    /// <summary>How many were inspected and are known to have a problem or none.</summary>
    public required int Inspected { get; init; }

    /// <summary>How many of them have a problem.</summary>
    public required int Problems { get; init; }

    /// <summary>How many were drawn and are not known.</summary>
    public required int Unknown { get; init; }

    /// <summary>How many enterprises are in classes of which nobody is known; the rate says nothing of them.</summary>
    public required int NotRepresented { get; init; }

    /// <summary>The rate if all that is not known were well, and if all of it had a problem.</summary>
    public required Interval Extremes { get; init; }
}

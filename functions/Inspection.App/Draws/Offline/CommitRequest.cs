using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>What <c>commit</c> and <c>draw</c> were asked to do.</summary>
internal sealed record CommitRequest
{
    public required string EnterprisesFile { get; init; }

    public required string InspectorsFile { get; init; }

    public required string OutputDirectory { get; init; }

    public required SamplingRule Sampling { get; init; }

    /// <summary>Empty for the default: two of every department in the file.</summary>
    public required IReadOnlyList<TeamRequest> Teams { get; init; }

    public required EntropyPlan Entropy { get; init; }

    public required string DrawId { get; init; }

    public required string TaskId { get; init; }

    public required int Attempt { get; init; }

    public Digest? Previous { get; init; }

    public required string Title { get; init; }

    public required string Authority { get; init; }

    public required string Scope { get; init; }

    public required DateTimeOffset CommittedAt { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required Disclosure Disclosure { get; init; }

    public required int Reserve { get; init; }

    /// <summary>The class of enterprises that the file does not classify; null refuses them.</summary>
    public RiskClass? Unclassified { get; init; }

    /// <summary>Whether bad rows are left out instead of stopping the draw.</summary>
    public required bool SkipInvalid { get; init; }

    /// <summary>A file with the draw key; null takes it from the operating system's generator.</summary>
    public string? DrawKeyFile { get; init; }
}

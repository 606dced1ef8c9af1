using Inspection.App.Settings;

namespace Inspection.App.Oversight;

/// <summary>Settings of the oversight (section <c>Oversight</c>).</summary>
public sealed record OversightOptions : ISettings
{
    public static string Section => "Oversight";

    /// <summary>The largest roster that the service recomputes itself; larger ones are checked with the command line.</summary>
    public int RecomputeUpTo { get; init; } = 1_000_000;

    /// <summary>How many days after guidance (行政指导) a problem may still be open before the enterprise is proposed for the watch list.</summary>
    public int CorrectionDays { get; init; } = 30;

    /// <summary>The largest file of a lead, in MiB; <c>Limits:BodyMegabytes</c> bounds it too.</summary>
    public int LeadFileMegabytes { get; init; } = 10;

    /// <summary>The most files of a lead.</summary>
    public int LeadFiles { get; init; } = 5;

    internal long LeadFileBytes => LeadFileMegabytes * 1024L * 1024;

    /// <summary>What is wrong with the settings.</summary>
    public IEnumerable<string> Problems()
    {
        if (RecomputeUpTo < 0)
            yield return $"{Section}:{nameof(RecomputeUpTo)} is {RecomputeUpTo}, not 0 or more";
        if (LeadFileMegabytes is < 1 or > 1024)
            yield return $"{Section}:{nameof(LeadFileMegabytes)} is {LeadFileMegabytes}, not 1 to 1024";
        if (LeadFiles is < 0 or > 100)
            yield return $"{Section}:{nameof(LeadFiles)} is {LeadFiles}, not 0 to 100";
        if (CorrectionDays is < 0 or > 365)
            yield return $"{Section}:{nameof(CorrectionDays)} is {CorrectionDays}, not 0 to 365 days";
    }
}

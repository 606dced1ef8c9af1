using Inspection.App.Settings;

namespace Inspection.App.Results;

/// <summary>The settings of results (section <c>Results</c>).</summary>
internal sealed record ResultOptions : ISettings
{
    private const int MaxMegabytes = 1024;
    private const int MaxFiles = 100;

    public static string Section => "Results";

    /// <summary>The largest file of evidence, in MiB; <c>Limits:BodyMegabytes</c> bounds it too.</summary>
    public int EvidenceMegabytes { get; init; } = 20;

    /// <summary>The most files of evidence of one result.</summary>
    public int EvidenceFiles { get; init; } = 30;

    /// <summary>The most objections to one result that are looked into at once.</summary>
    public int OpenObjections { get; init; } = 10;

    public long EvidenceBytes => EvidenceMegabytes * 1024L * 1024;

    public IEnumerable<string> Problems()
    {
        if (EvidenceMegabytes is < 1 or > MaxMegabytes)
            yield return $"{Section}:{nameof(EvidenceMegabytes)} is {EvidenceMegabytes}, not 1 to {MaxMegabytes}";
        if (EvidenceFiles is < 0 or > MaxFiles)
            yield return $"{Section}:{nameof(EvidenceFiles)} is {EvidenceFiles}, not 0 to {MaxFiles}";
        if (OpenObjections is < 1 or > 1000)
            yield return $"{Section}:{nameof(OpenObjections)} is {OpenObjections}, not 1 to 1000";
    }
}

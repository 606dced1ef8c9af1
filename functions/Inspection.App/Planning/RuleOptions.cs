using Inspection.App.Settings;

namespace Inspection.App.Planning;

/// <summary>The rules that are settings: who may be drawn, who may serve, by when results are public (section <c>Rules</c>).</summary>
public sealed record RuleOptions : ISettings
{
    public static string Section => "Rules";

    /// <summary>The fewest inspectors of a department at a visit (行政处罚法 art. 42).</summary>
    public int TeamMinimum { get; init; } = 2;

    /// <summary>
    /// The most visits of an enterprise in a year, by class, over all tasks of the authority; a class that is not named
    /// has no cap. Tasks with a key item (重点领域) are exempt.
    /// </summary>
    public Dictionary<string, int> YearlyCap { get; init; } = [];

    /// <summary>Months after registration in which an enterprise is not drawn (包容期), by industry or tag. Key items are exempt.</summary>
    public Dictionary<string, int> GraceMonths { get; init; } = [];

    /// <summary>Months in which an inspector does not visit the same enterprise again (轮换); 0 is off.</summary>
    public int RotationMonths { get; init; }

    /// <summary>The least share of all enterprises that a plan should reach in a year, in basis points.</summary>
    public int OverallMinimum { get; init; } = 300;

    /// <summary>Working days after an inspection by the last of which its result is public.</summary>
    public int PublicationWorkingDays { get; init; } = 20;

    /// <summary>Days before a certificate of an inspector runs out from which on the console says so.</summary>
    public int CertificateWarningDays { get; init; } = 60;

    /// <summary>The authority's name in notices.</summary>
    public string Authority { get; init; } = "未署名机关";

    /// <summary>The authority's own unified social credit code, or empty.</summary>
    public string AuthorityCode { get; init; } = "";

    /// <summary>What is wrong with the settings.</summary>
    public IEnumerable<string> Problems()
    {
        if (TeamMinimum is < 1 or > Drawing.TeamRequest.MaxSize)
            yield return $"{Section}:{nameof(TeamMinimum)} is {TeamMinimum}, not 1 to {Drawing.TeamRequest.MaxSize}";
        if (RotationMonths is < 0 or > 120)
            yield return $"{Section}:{nameof(RotationMonths)} is {RotationMonths}, not 0 to 120";
        if (OverallMinimum is < 0 or > Drawing.BasisPoints.Whole)
            yield return $"{Section}:{nameof(OverallMinimum)} is {OverallMinimum}, not 0 to {Drawing.BasisPoints.Whole} basis points";
        if (PublicationWorkingDays is < 1 or > 250)
            yield return $"{Section}:{nameof(PublicationWorkingDays)} is {PublicationWorkingDays}, not 1 to 250 working days";
        if (CertificateWarningDays is < 0 or > 366)
            yield return $"{Section}:{nameof(CertificateWarningDays)} is {CertificateWarningDays}, not 0 to 366 days";
        foreach (var (name, cap) in YearlyCap.Where(cap => cap.Value < 0 || !Drawing.RiskClass.TryParse(cap.Key, out _)))
            yield return $"{Section}:{nameof(YearlyCap)}:{name} is {cap}; a class and a number from 0 are wanted";
        foreach (var (name, months) in GraceMonths.Where(months => months.Value is < 0 or > 120))
            yield return $"{Section}:{nameof(GraceMonths)}:{name} is {months}, not 0 to 120";
        if (AuthorityCode.Length > 0 && !Drawing.UnifiedSocialCreditCode.TryParse(AuthorityCode, out _, out var problem))
            yield return $"{Section}:{nameof(AuthorityCode)}: {problem}";
    }
}

namespace Inspection.App.Planning;

/// <summary>The codes of the rules that leave an enterprise out, as <c>excluded.csv</c> has them.</summary>
public static class ExclusionRule
{
    /// <summary>Its registration status is not 存续 or the like.</summary>
    public const string Status = "status";

    /// <summary>The plan has drawn it this year.</summary>
    public const string AlreadyDrawn = "already-drawn";

    /// <summary>It had as many visits this year as its class may have.</summary>
    public const string YearlyCap = "yearly-cap";

    /// <summary>It was registered too recently (包容期).</summary>
    public const string GracePeriod = "grace-period";

    /// <summary>It has no class, and the task names none for such enterprises.</summary>
    public const string Unclassified = "unclassified";

    /// <summary>A task names it, and it is not in the directory.</summary>
    public const string NotInDirectory = "not-in-directory";

    /// <summary>Its class is not named by the sampling.</summary>
    public const string ClassNotSampled = "class-not-sampled";
}

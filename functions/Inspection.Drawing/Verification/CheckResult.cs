namespace Inspection.Drawing;

/// <summary>How a check ended.</summary>
public enum CheckStatus
{
    /// <summary>The check holds.</summary>
    Passed,

    /// <summary>The check does not hold.</summary>
    Failed,

    /// <summary>The check could not be made with what is at hand.</summary>
    NotPossible,
}

/// <summary>One named check of <c>PROTOCOL.md</c> section 9.</summary>
/// <param name="Name">The check's name.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Detail">What was found; where it failed, what it got and what it wanted; where it was not possible, what is missing.</param>
public sealed record CheckResult(string Name, CheckStatus Status, string Detail);

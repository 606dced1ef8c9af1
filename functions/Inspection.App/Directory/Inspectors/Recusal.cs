using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// A relation that keeps an inspector from inspecting an enterprise (回避, 行政处罚法 art. 43): declared by one person with
/// its grounds, in force once a second person confirms it.
/// </summary>
/// <param name="Uscc">The enterprise, which the directory need not hold.</param>
/// <param name="Grounds">Why.</param>
/// <param name="DeclaredBy">Who declared it.</param>
/// <param name="DeclaredAt">When.</param>
/// <param name="ConfirmedBy">Who confirmed it, null until then.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
public sealed record Recusal(
    UnifiedSocialCreditCode Uscc,
    string Grounds,
    string DeclaredBy,
    DateTimeOffset DeclaredAt,
    string? ConfirmedBy,
    DateTimeOffset? ConfirmedAt)
{
    public RecusalState State => ConfirmedBy is null ? RecusalState.Declared : RecusalState.Confirmed;
}

/// <summary>How far a recusal is.</summary>
public enum RecusalState
{
    Declared,
    Confirmed,
}

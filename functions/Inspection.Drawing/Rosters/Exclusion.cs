namespace Inspection.Drawing;

/// <summary>An enterprise that was left out before the draw, and the code of the rule that left it out.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Reason">The rule's code, not empty.</param>
public sealed record Exclusion(UnifiedSocialCreditCode Uscc, string Reason);

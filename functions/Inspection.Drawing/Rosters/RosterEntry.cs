namespace Inspection.Drawing;

/// <summary>One enterprise that can be drawn, with its class.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="RiskClass">Its credit-risk class.</param>
public readonly record struct RosterEntry(UnifiedSocialCreditCode Uscc, RiskClass RiskClass);

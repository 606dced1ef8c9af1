namespace Inspection.Drawing;

/// <summary>An enterprise with its ticket (签号): the lot that it drew.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="RiskClass">Its class.</param>
/// <param name="Ticket"><c>SHA256(seed ‖ 'T' ‖ salt)</c>.</param>
public readonly record struct Lot(UnifiedSocialCreditCode Uscc, RiskClass RiskClass, Digest Ticket);

namespace Inspection.Drawing;

/// <summary>
/// Somebody who may serve in this draw: active, and certified on every day of the task (<c>PROTOCOL.md</c> section 2).
/// </summary>
/// <param name="Id">The certificate's number, not empty.</param>
/// <param name="Department">The department, not empty.</param>
/// <param name="Skills">What this person is qualified for; none empty.</param>
/// <param name="Recused">The enterprises that this person must not inspect.</param>
public sealed record Inspector(
    string Id, string Department, IReadOnlyList<string> Skills, IReadOnlyList<UnifiedSocialCreditCode> Recused);

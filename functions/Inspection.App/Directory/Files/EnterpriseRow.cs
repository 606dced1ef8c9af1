using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>An enterprise as one good row of a registry file has it.</summary>
/// <param name="Uscc">Its code.</param>
/// <param name="RiskClass">
/// Its class; null where it has none and <see cref="EnterpriseReadOptions"/> allow that, or it cannot be drawn.
/// </param>
/// <param name="Name">Its name; like the other descriptions empty where they were not asked for.</param>
/// <param name="District">Where it is registered (行政区划).</param>
/// <param name="Industry">Its industry (行业).</param>
/// <param name="Address">Its address (住所).</param>
/// <param name="Status">Its registration status (登记状态), empty where the file says none.</param>
/// <param name="RegisteredOn">The day of its registration (成立日期), null where the file says none.</param>
/// <param name="Tags">Its marks (标签), in the protocol's order, none twice.</param>
/// <param name="Line">Where its row starts in the file.</param>
public readonly record struct EnterpriseRow(
    UnifiedSocialCreditCode Uscc,
    RiskClass? RiskClass,
    string Name,
    string District,
    string Industry,
    string Address,
    string Status,
    DateOnly? RegisteredOn,
    IReadOnlyList<string> Tags,
    int Line)
{
    /// <summary>Whether its status lets it be drawn.</summary>
    public bool IsDrawable => RegistrationStatus.IsDrawable(Status);
}

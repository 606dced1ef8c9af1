using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>An inspector (执法检查人员) as one good row of a registry file has it.</summary>
/// <param name="InspectorId">The number of the enforcement certificate (执法证号).</param>
/// <param name="Name">The name, empty where the file says none.</param>
/// <param name="Department">The department (部门).</param>
/// <param name="Skills">The skills (专业), in the protocol's order, none twice.</param>
/// <param name="CertificateExpires">The last day of the certificate (证件有效期); <see cref="DateOnly.MaxValue"/> for 长期.</param>
/// <param name="Recused">The enterprises that this person must not inspect (回避企业), ascending, none twice.</param>
/// <param name="Status">The status (状态), empty where the file says none.</param>
/// <param name="Line">Where the row starts in the file.</param>
public sealed record InspectorRow(
    string InspectorId,
    string Name,
    string Department,
    IReadOnlyList<string> Skills,
    DateOnly CertificateExpires,
    IReadOnlyList<UnifiedSocialCreditCode> Recused,
    string Status,
    int Line)
{
    /// <summary>Whether this person is in service.</summary>
    public bool IsActive => InspectorStatus.IsActive(Status);
}

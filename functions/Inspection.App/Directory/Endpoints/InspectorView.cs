using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;

namespace Inspection.App.Directory;

/// <summary>An inspector as regulators see one; nothing of it is public.</summary>
public sealed record InspectorView(
    string InspectorId,
    string Name,
    string Department,
    IReadOnlyList<string> Skills,
    DateOnly CertificateExpires,
    string Status,
    bool Active,
    IReadOnlyList<RecusalView> Recusals,
    DateTimeOffset UpdatedAt,
    string Etag)
{
    internal static InspectorView Of(InspectorProfile inspector) => new(
        inspector.InspectorId,
        inspector.Name,
        inspector.Department,
        inspector.Skills,
        inspector.CertificateExpires,
        inspector.Status,
        inspector.IsActive,
        [.. inspector.Recusals.Select(RecusalView.Of)],
        inspector.UpdatedAt,
        inspector.ETag.ToString("H"));
}

/// <summary>A recusal as regulators see it.</summary>
public sealed record RecusalView(
    string Uscc,
    string Grounds,
    RecusalState State,
    string DeclaredBy,
    DateTimeOffset DeclaredAt,
    string? ConfirmedBy,
    DateTimeOffset? ConfirmedAt)
{
    internal static RecusalView Of(Recusal recusal) => new(
        recusal.Uscc.ToString(),
        recusal.Grounds,
        recusal.State,
        recusal.DeclaredBy,
        recusal.DeclaredAt,
        recusal.ConfirmedBy,
        recusal.ConfirmedAt);
}

/// <summary>
/// An inspector as he or she shall be; the number stands in the address, recusals have addresses of their own.
/// </summary>
public sealed record InspectorInput
{
    public string Name { get; init; } = "";

    public string Department { get; init; } = "";

    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>The last day of the certificate; 9999-12-31 for 长期.</summary>
    [Required]
    public DateOnly? CertificateExpires { get; init; }

    public string Status { get; init; } = "";

    internal Outcome<InspectorProfile> ToInspector(string inspectorId)
    {
        var inspector = new InspectorProfile
        {
            InspectorId = inspectorId,
            Name = CellText.Trim(Name),
            Department = CellText.Trim(Department),
            Skills = TextRules.Sorted(Skills),
            CertificateExpires = CertificateExpires!.Value,
            Status = CellText.Trim(Status),
        };
        foreach (var (column, problem) in InspectorRules.ProblemsOf(inspector))
            return DirectoryRefusals.BadValue(column.ToString(), problem);
        return inspector;
    }
}

/// <summary>A recusal to declare.</summary>
public sealed record RecusalInput
{
    public string Uscc { get; init; } = "";

    public string Grounds { get; init; } = "";
}

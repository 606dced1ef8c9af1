using Inspection.App.Directory;

namespace Inspection.App.Pages.Console;

/// <summary>An inspector as he or she is typed.</summary>
internal sealed record InspectorForm : IVersionedForm<InspectorForm>
{
    /// <summary>The number of the certificate; typed for a new one, afterwards it stays.</summary>
    public string? InspectorId { get; set; }

    public string? Name { get; set; }

    public string? Department { get; set; }

    public string? Skills { get; set; }

    /// <summary>The last day of the certificate; empty for one without an end, where <see cref="HasNoEnd"/> says so.</summary>
    public DateOnly? CertificateExpires { get; set; }

    public bool HasNoEnd { get; set; }

    public string? Status { get; set; }

    /// <summary>The version that was read.</summary>
    public string? Version { get; set; }

    /// <summary>What it says, or null where the certificate's last day is missing.</summary>
    public InspectorInput? Input => HasNoEnd || CertificateExpires is not null
        ? new InspectorInput
        {
            Name = Name ?? "",
            Department = Department ?? "",
            Skills = TextList.Read(Skills),
            CertificateExpires = HasNoEnd ? DateOnly.MaxValue : CertificateExpires,
            Status = Status ?? "",
        }
        : null;

    public static InspectorForm Of(InspectorProfile inspector) => new()
    {
        InspectorId = inspector.InspectorId,
        Name = inspector.Name,
        Department = inspector.Department,
        Skills = TextList.InLine(inspector.Skills),
        CertificateExpires = inspector.CertificateExpires == DateOnly.MaxValue ? null : inspector.CertificateExpires,
        HasNoEnd = inspector.CertificateExpires == DateOnly.MaxValue,
        Status = inspector.Status,
        Version = inspector.ETag.ToString(),
    };

    /// <summary>What is stored beside what was typed.</summary>
    public IReadOnlyList<ConflictRow> Against(InspectorForm stored, Words words) =>
    [
        new(words["姓名", "Name"], stored.Name, Name),
        new(words["部门", "Department"], stored.Department, Department),
        new(words["专业", "Skills"], stored.Skills, Skills),
        new(words["执法证有效期至", "Certificate until"], stored.Expires(words), Expires(words)),
        new(words["状态", "Status"], stored.Status, Status),
    ];

    private string Expires(Words words) => HasNoEnd ? words["长期", "no end"] : CertificateExpires is { } day ? words.Day(day) : "";
}

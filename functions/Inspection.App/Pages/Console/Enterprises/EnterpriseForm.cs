using Inspection.App.Directory;

namespace Inspection.App.Pages.Console;

/// <summary>An enterprise as it is typed.</summary>
internal sealed record EnterpriseForm : IVersionedForm<EnterpriseForm>
{
    /// <summary>The code; typed for a new one, afterwards it stays.</summary>
    public string? Uscc { get; set; }

    public string? Name { get; set; }

    public string? RiskClass { get; set; }

    public string? District { get; set; }

    public string? Industry { get; set; }

    public string? Address { get; set; }

    public string? Status { get; set; }

    public DateOnly? RegisteredOn { get; set; }

    public string? Tags { get; set; }

    /// <summary>The version that was read.</summary>
    public string? Version { get; set; }

    public EnterpriseInput Input => new()
    {
        Name = Name ?? "",
        RiskClass = RiskClass,
        District = District ?? "",
        Industry = Industry ?? "",
        Address = Address ?? "",
        Status = Status ?? "",
        RegisteredOn = RegisteredOn,
        Tags = TextList.Read(Tags),
    };

    public static EnterpriseForm Of(Enterprise enterprise) => new()
    {
        Uscc = enterprise.Uscc.ToString(),
        Name = enterprise.Name,
        RiskClass = enterprise.RiskClass?.ToString(),
        District = enterprise.District,
        Industry = enterprise.Industry,
        Address = enterprise.Address,
        Status = enterprise.Status,
        RegisteredOn = enterprise.RegisteredOn,
        Tags = TextList.InLine(enterprise.Tags),
        Version = enterprise.ETag.ToString(),
    };

    /// <summary>What is stored beside what was typed.</summary>
    public IReadOnlyList<ConflictRow> Against(EnterpriseForm stored, Words words) =>
    [
        new(words["企业名称", "Name"], stored.Name, Name),
        new(words["信用风险类别", "Risk class"], stored.RiskClass, RiskClass),
        new(words["行政区划", "District"], stored.District, District),
        new(words["行业", "Industry"], stored.Industry, Industry),
        new(words["住所", "Address"], stored.Address, Address),
        new(words["登记状态", "Status"], stored.Status, Status),
        new(words["成立日期", "Registered on"], stored.RegisteredOn?.ToString("O"), RegisteredOn?.ToString("O")),
        new(words["标签", "Tags"], stored.Tags, Tags),
    ];
}

using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>An enterprise as regulators see it. Nothing of this is public as it stands: it holds the class.</summary>
public sealed record EnterpriseView(
    string Uscc,
    string Name,
    string? RiskClass,
    string District,
    string Industry,
    string Address,
    string Status,
    DateOnly? RegisteredOn,
    IReadOnlyList<string> Tags,
    DateTimeOffset UpdatedAt,
    string Etag)
{
    internal static EnterpriseView Of(Enterprise enterprise) => new(
        enterprise.Uscc.ToString(),
        enterprise.Name,
        enterprise.RiskClass?.ToString(),
        enterprise.District,
        enterprise.Industry,
        enterprise.Address,
        enterprise.Status,
        enterprise.RegisteredOn,
        enterprise.Tags,
        enterprise.UpdatedAt,
        enterprise.ETag.ToString("H"));
}

/// <summary>An enterprise as it shall be; the code stands in the address.</summary>
public sealed record EnterpriseInput
{
    public string Name { get; init; } = "";

    public string? RiskClass { get; init; }

    public string District { get; init; } = "";

    public string Industry { get; init; } = "";

    public string Address { get; init; } = "";

    public string Status { get; init; } = "";

    public DateOnly? RegisteredOn { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    internal Outcome<Enterprise> ToEnterprise(UnifiedSocialCreditCode uscc)
    {
        var hasClass = Inspection.Drawing.RiskClass.TryParse(RiskClass ?? "", out var riskClass);
        if (!hasClass && !string.IsNullOrEmpty(RiskClass))
            return DirectoryRefusals.BadValue(
                "riskClass", $"'{CellText.Shown(RiskClass)}' is no class: 1 to 8 of A-Z, a-z and 0-9");
        var enterprise = new Enterprise
        {
            Uscc = uscc,
            Name = CellText.Trim(Name),
            RiskClass = hasClass ? riskClass : null,
            District = CellText.Trim(District),
            Industry = CellText.Trim(Industry),
            Address = CellText.Trim(Address),
            Status = CellText.Trim(Status),
            RegisteredOn = RegisteredOn,
            Tags = TextRules.Sorted(Tags),
        };
        foreach (var (column, problem) in EnterpriseRules.ProblemsOf(enterprise))
            return DirectoryRefusals.BadValue(column.ToString(), problem);
        return enterprise;
    }
}

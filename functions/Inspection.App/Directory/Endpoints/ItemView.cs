using Inspection.App.Outcomes;

namespace Inspection.App.Directory;

/// <summary>A check item as regulators see it.</summary>
public sealed record ItemView(
    string Code,
    string Name,
    ItemCategory Category,
    string Field,
    string SupervisingBody,
    string Target,
    string Measure,
    string LegalBasis,
    string Handling,
    string Frequency,
    string Method,
    string InspectorSkill,
    bool Published,
    DateTimeOffset UpdatedAt,
    string Etag)
{
    internal static ItemView Of(CheckItem item) => new(
        item.Code,
        item.Name,
        item.Category,
        item.Field,
        item.SupervisingBody,
        item.Target,
        item.Measure,
        item.LegalBasis,
        item.Handling,
        item.Frequency,
        item.Method,
        item.InspectorSkill,
        item.Published,
        item.UpdatedAt,
        item.ETag.ToString("H"));
}

/// <summary>A check item as it shall be; the code stands in the address.</summary>
public sealed record ItemInput
{
    public string Name { get; init; } = "";

    public ItemCategory Category { get; init; }

    public string Field { get; init; } = "";

    public string SupervisingBody { get; init; } = "";

    public string Target { get; init; } = "";

    public string Measure { get; init; } = "";

    public string LegalBasis { get; init; } = "";

    public string Handling { get; init; } = "";

    public string Frequency { get; init; } = "";

    public string Method { get; init; } = "";

    public string InspectorSkill { get; init; } = "";

    public bool Published { get; init; }

    internal Outcome<CheckItem> ToItem(string code)
    {
        var item = new CheckItem
        {
            Code = code,
            Name = CellText.Trim(Name),
            Category = Category,
            Field = CellText.Trim(Field),
            SupervisingBody = CellText.Trim(SupervisingBody),
            Target = CellText.Trim(Target),
            Measure = CellText.Trim(Measure),
            LegalBasis = CellText.Trim(LegalBasis),
            Handling = CellText.Trim(Handling),
            Frequency = CellText.Trim(Frequency),
            Method = CellText.Trim(Method),
            InspectorSkill = CellText.Trim(InspectorSkill),
            Published = Published,
        };
        foreach (var (column, problem) in CheckItemRules.ProblemsOf(item))
            return DirectoryRefusals.BadValue(column.ToString(), problem);
        return item;
    }
}

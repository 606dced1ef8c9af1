using Inspection.App.Directory;

namespace Inspection.App.Pages.Console;

/// <summary>A check item as it is typed.</summary>
internal sealed record ItemForm : IVersionedForm<ItemForm>
{
    /// <summary>The code; typed for a new one, afterwards it stays.</summary>
    public string? Code { get; set; }

    public string? Name { get; set; }

    public ItemCategory Category { get; set; }

    public string? Field { get; set; }

    public string? SupervisingBody { get; set; }

    public string? Target { get; set; }

    public string? Measure { get; set; }

    public string? LegalBasis { get; set; }

    public string? Handling { get; set; }

    public string? Frequency { get; set; }

    public string? Method { get; set; }

    public string? InspectorSkill { get; set; }

    public bool Published { get; set; }

    /// <summary>The version that was read.</summary>
    public string? Version { get; set; }

    public ItemInput Input => new()
    {
        Name = Name ?? "",
        Category = Category,
        Field = Field ?? "",
        SupervisingBody = SupervisingBody ?? "",
        Target = Target ?? "",
        Measure = Measure ?? "",
        LegalBasis = LegalBasis ?? "",
        Handling = Handling ?? "",
        Frequency = Frequency ?? "",
        Method = Method ?? "",
        InspectorSkill = InspectorSkill ?? "",
        Published = Published,
    };

    public static ItemForm Of(CheckItem item) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Category = item.Category,
        Field = item.Field,
        SupervisingBody = item.SupervisingBody,
        Target = item.Target,
        Measure = item.Measure,
        LegalBasis = item.LegalBasis,
        Handling = item.Handling,
        Frequency = item.Frequency,
        Method = item.Method,
        InspectorSkill = item.InspectorSkill,
        Published = item.Published,
        Version = item.ETag.ToString(),
    };

    /// <summary>What is stored beside what was typed.</summary>
    public IReadOnlyList<ConflictRow> Against(ItemForm stored, Words words) =>
    [
        new(words["名称", "Name"], stored.Name, Name),
        new(words["类别", "Category"], words.Of(stored.Category), words.Of(Category)),
        new(words["抽查领域", "Field of law"], stored.Field, Field),
        new(words["监管主体", "Supervising body"], stored.SupervisingBody, SupervisingBody),
        new(words["监管对象", "What is checked"], stored.Target, Target),
        new(words["监管措施", "Measure"], stored.Measure, Measure),
        new(words["监管依据", "Legal basis"], stored.LegalBasis, LegalBasis),
        new(words["处理方式", "Handling"], stored.Handling, Handling),
        new(words["抽查频次", "How often"], stored.Frequency, Frequency),
        new(words["检查方式", "How"], stored.Method, Method),
        new(words["人员专业", "Skill of the inspectors"], stored.InspectorSkill, InspectorSkill),
        new(words["公布", "Published"], Shown(stored.Published, words), Shown(Published, words)),
    ];

    private static string Shown(bool published, Words words) => published ? words["已公布", "yes"] : words["未公布", "no"];
}

using Azure;
using Inspection.App.Languages;
using Inspection.App.Outcomes;

namespace Inspection.App.Directory;

/// <summary>A check item (抽查事项) of the list of matters for random inspection (随机抽查事项清单).</summary>
public sealed record CheckItem : IVersioned
{
    /// <summary>The code, which names the item for good.</summary>
    public required string Code { get; init; }

    /// <summary>The name (抽查事项名称).</summary>
    public required string Name { get; init; }

    /// <summary>The category (事项类别).</summary>
    public ItemCategory Category { get; init; }

    /// <summary>The field of law (抽查领域), such as 食品.</summary>
    public string Field { get; init; } = "";

    /// <summary>The supervising body (监管主体).</summary>
    public string SupervisingBody { get; init; } = "";

    /// <summary>What is checked (监管对象).</summary>
    public string Target { get; init; } = "";

    /// <summary>What the body does about it (监管措施).</summary>
    public string Measure { get; init; } = "";

    /// <summary>The law and its article (监管依据).</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>What happens to those who break it (处理方式).</summary>
    public string Handling { get; init; } = "";

    /// <summary>How often it is checked (抽查频次).</summary>
    public string Frequency { get; init; } = "";

    /// <summary>How it is checked (检查方式).</summary>
    public string Method { get; init; } = "";

    /// <summary>The skill (专业) that its inspectors need; empty where none.</summary>
    public string InspectorSkill { get; init; } = "";

    /// <summary>Whether the item is published (是否公布). Only published items can be inspected by.</summary>
    public bool Published { get; init; }

    /// <summary>When it was last written; set by the store.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The version that was read; set by the store.</summary>
    public ETag ETag { get; init; }
}

/// <summary>The category of a check item.</summary>
public enum ItemCategory
{
    /// <summary>一般检查事项.</summary>
    [Label("一般检查事项", "General")]
    General,

    /// <summary>重点检查事项: of a key area, exempt from caps and grace periods.</summary>
    [Label("重点检查事项", "Key area")]
    Key,
}

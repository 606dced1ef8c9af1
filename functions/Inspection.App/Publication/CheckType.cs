using Inspection.App.Languages;

namespace Inspection.App.Publication;

/// <summary>Whom a random inspection could hit (抽查类型). The names are stable.</summary>
/// <remarks>企业公示信息抽查暂行办法, art. 5: a targeted one is drawn among enterprises of certain traits.</remarks>
public enum CheckType
{
    [Label("不定向抽查", "Untargeted")]
    Untargeted,

    [Label("定向抽查", "Targeted")]
    Targeted,
}

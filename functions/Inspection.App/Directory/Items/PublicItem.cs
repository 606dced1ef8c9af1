namespace Inspection.App.Directory;

/// <summary>A published check item as everybody sees it: the columns of the public list (随机抽查事项清单).</summary>
public sealed record PublicItem(
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
    string Method)
{
    internal static PublicItem Of(CheckItem item) => new(
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
        item.Method);
}

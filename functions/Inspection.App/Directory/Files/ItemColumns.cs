namespace Inspection.App.Directory;

/// <summary>The columns of a file of check items.</summary>
internal static class ItemColumns
{
    public static readonly Column Code = new("code", "事项编码", Required: true);
    public static readonly Column Name = new("name", "抽查事项", Required: true);
    public static readonly Column Category = new("category", "事项类别");
    public static readonly Column Field = new("field", "抽查领域");
    public static readonly Column SupervisingBody = new("supervising_body", "监管主体");
    public static readonly Column Target = new("target", "监管对象");
    public static readonly Column Measure = new("measure", "监管措施");
    public static readonly Column LegalBasis = new("legal_basis", "监管依据");
    public static readonly Column Handling = new("handling", "处理方式");
    public static readonly Column Frequency = new("frequency", "抽查频次");
    public static readonly Column Method = new("method", "检查方式");
    public static readonly Column InspectorSkill = new("inspector_skill", "检查人员专业");
    public static readonly Column Published = new("published", "是否公布");

    public static IReadOnlyList<Column> All { get; } =
    [
        Code, Name, Category, Field, SupervisingBody, Target, Measure, LegalBasis, Handling, Frequency, Method,
        InspectorSkill, Published,
    ];
}

namespace Inspection.App.Directory;

/// <summary>The columns of a file of enterprises.</summary>
internal static class EnterpriseColumns
{
    public static readonly Column Uscc = new("uscc", "统一社会信用代码", Required: true);
    public static readonly Column Name = new("name", "企业名称");
    public static readonly Column RiskClass = new("risk_class", "信用风险类别");
    public static readonly Column District = new("district", "行政区划");
    public static readonly Column Industry = new("industry", "行业");
    public static readonly Column Address = new("address", "住所");
    public static readonly Column Status = new("status", "登记状态");
    public static readonly Column RegisteredOn = new("registered_on", "成立日期");
    public static readonly Column Tags = new("tags", "标签");

    public static IReadOnlyList<Column> All { get; } =
        [Uscc, Name, RiskClass, District, Industry, Address, Status, RegisteredOn, Tags];
}

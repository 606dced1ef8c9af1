namespace Inspection.App.Directory;

/// <summary>The columns of a file of inspectors.</summary>
internal static class InspectorColumns
{
    public static readonly Column InspectorId = new("inspector_id", "执法证号", Required: true);
    public static readonly Column Name = new("name", "姓名");
    public static readonly Column Department = new("department", "部门", Required: true);
    public static readonly Column Skills = new("skills", "专业");
    public static readonly Column CertificateExpires = new("certificate_expires", "证件有效期");
    public static readonly Column Recused = new("recused", "回避企业");
    public static readonly Column Status = new("status", "状态");

    public static IReadOnlyList<Column> All { get; } =
        [InspectorId, Name, Department, Skills, CertificateExpires, Recused, Status];
}

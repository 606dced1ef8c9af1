using System.Globalization;
using Inspection.App.Languages;

namespace Inspection.App.Publication;

/// <summary>A column of the files of published results.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Title">The same in English.</param>
/// <param name="Type">Its type in a Table Schema (datapackage.org).</param>
/// <param name="Value">What stands in it.</param>
internal sealed record ResultColumn(string Heading, string Title, string Type, Func<PublicResult, PublicItemResult, string> Value);

/// <summary>The files of published results as tables: a row for each item of each result.</summary>
internal static class ResultColumns
{
    public const string Yes = "是";
    public const string No = "否";

    /// <summary>The columns that tell one row from every other.</summary>
    public static IReadOnlyList<string> Key { get; } = ["结果编号", "抽查事项编码"];

    public static IReadOnlyList<ResultColumn> All { get; } =
    [
        new("结果编号", "Result", "string", static (result, _) => result.Id),
        new("统一社会信用代码", "Unified social credit code", "string", static (result, _) => result.Uscc),
        new("企业名称", "Enterprise", "string", static (result, _) => result.Name),
        new("行政区划", "District", "string", static (result, _) => result.District),
        new("抽查计划编号", "Plan", "string", static (result, _) => result.PlanId),
        new("抽查计划名称", "Title of the plan", "string", static (result, _) => result.PlanTitle),
        new("抽查任务编号", "Task", "string", static (result, _) => result.TaskId),
        new("抽查任务名称", "Title of the task", "string", static (result, _) => result.TaskTitle),
        new("抽查类型", "Type", "string", static (result, _) => Label(result.CheckType)),
        new("抽取编号", "Draw", "string", static (result, _) => result.DrawId),
        new("抽查机关", "Authority", "string", static (result, _) => result.Authority),
        new("检查部门", "Departments", "string", static (result, _) => string.Join('、', result.Departments)),
        new("检查方式", "Method", "string", static (result, _) => Label(result.Method)),
        new("检查日期", "Inspected on", "date", static (result, _) => result.InspectedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("抽查事项编码", "Item", "string", static (_, item) => item.ItemCode),
        new("抽查事项", "Name of the item", "string", static (_, item) => item.ItemName),
        new("是否检查", "Checked", "boolean", static (_, item) => item.Checked ? Yes : No),
        new("检查结果代码", "Result code", "string", static (_, item) => item.Code?.ToString() ?? ""),
        new("检查结果", "Result in words", "string", static (_, item) => item.Code is { } code ? Label(code) : ""),
        new("后续处置", "Disposal", "string", static (_, item) => Label(item.Disposal)),
        new("版本", "Revision", "integer", static (result, _) => result.Revision.ToString(CultureInfo.InvariantCulture)),
        new("公示时间（UTC）", "Published at", "datetime", static (result, _) => Time(result.PublishedAt)),
        new("更新时间（UTC）", "Updated at", "datetime", static (result, _) => Time(result.UpdatedAt)),
    ];

    public static IEnumerable<string> Headings => All.Select(static column => column.Heading);

    public static IEnumerable<IReadOnlyList<string>> Rows(PublicResult result) =>
        result.Items.Select(item => (IReadOnlyList<string>)[.. All.Select(column => column.Value(result, item))]);

    private static string Label(Enum member) => member.Label(Language.Chinese);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

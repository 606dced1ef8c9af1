using System.Globalization;
using Inspection.App.Languages;
using Inspection.App.Planning;

namespace Inspection.App.Publication;

/// <summary>Whose fields an export of credit records has. The names are stable.</summary>
public enum CreditLayout
{
    /// <summary>The results of random inspections (双随机抽查结果信息) of the national system of enterprise credit.</summary>
    [Label("国家企业信用信息公示系统", "National Enterprise Credit Information Publicity System")]
    Gsxt,

    /// <summary>The shape of the records that authorities hand to Credit China: the counterpart, what was done, who did it, who reports it.</summary>
    [Label("信用中国", "Credit China")]
    CreditChina,
}

/// <summary>A field of a layout.</summary>
internal sealed record CreditField(string Heading, Func<CreditRecord, RuleOptions, string> Value);

/// <summary>The layouts, each field by field. A number and a remark stand last in both: they tell which row a correction replaces.</summary>
internal static class CreditFields
{
    private const string NotChecked = "本次未检查";

    private static readonly CreditField Number = new("记录编号", static (record, _) => record.Number);
    private static readonly CreditField Remark = new("备注", static (record, _) => record.Remark);

    private static readonly IReadOnlyList<CreditField> Gsxt =
    [
        new("统一社会信用代码", static (record, _) => record.Result.Uscc),
        new("企业名称", static (record, _) => record.Result.Name),
        new("抽查计划编号", static (record, _) => record.Result.PlanId),
        new("抽查计划名称", static (record, _) => record.Result.PlanTitle),
        new("抽查任务编号", static (record, _) => record.Result.TaskId),
        new("抽查任务名称", static (record, _) => record.Result.TaskTitle),
        new("抽查类型", static (record, _) => record.Result.CheckType.Label(Language.Chinese)),
        new("抽查机关", static (record, _) => record.Result.Authority),
        new("抽查完成日期", static (record, _) => Day(record.InspectedOn)),
        new("抽查事项", static (record, _) => record.Item.ItemName),
        new("抽查结果", static (record, _) => Outcome(record.Item)),
        Number,
        Remark,
    ];

    private static readonly IReadOnlyList<CreditField> CreditChina =
    [
        new("行政相对人名称", static (record, _) => record.Result.Name),
        new("行政相对人类别", static (record, _) => KindOf(record.Result.Uscc)),
        new("行政相对人代码_1（统一社会信用代码）", static (record, _) => record.Result.Uscc),
        new("检查计划名称", static (record, _) => record.Result.PlanTitle),
        new("检查任务名称", static (record, _) => record.Result.TaskTitle),
        new("检查类型", static (record, _) => record.Result.CheckType.Label(Language.Chinese)),
        new("检查方式", static (record, _) => record.Method.Label(Language.Chinese)),
        new("检查机关", static (record, _) => record.Result.Authority),
        new("检查机关统一社会信用代码", static (_, rules) => rules.AuthorityCode),
        new("检查日期", static (record, _) => Day(record.InspectedOn)),
        new("检查事项", static (record, _) => record.Item.ItemName),
        new("检查结果", static (record, _) => Outcome(record.Item)),
        new("后续处置", static (record, _) => record.Item.Disposal.Label(Language.Chinese)),
        new("公示日期", static (record, _) => record.AnnouncedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new("数据来源单位", static (_, rules) => rules.Authority),
        new("数据来源单位统一社会信用代码", static (_, rules) => rules.AuthorityCode),
        Number,
        Remark,
    ];

    public static IReadOnlyList<CreditField> Of(CreditLayout layout) => layout == CreditLayout.Gsxt ? Gsxt : CreditChina;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Outcome(PublicItemResult item) => item.Code?.Label(Language.Chinese) ?? NotChecked;

    // GB 32100-2015: the first two characters say who registers and what; 92 is a person in business.
    private static string KindOf(string uscc) => uscc.StartsWith("92", StringComparison.Ordinal) ? "个体工商户" : "法人及非法人组织";
}

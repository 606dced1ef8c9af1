using System.Globalization;
using Inspection.App.Languages;

namespace Inspection.App.Oversight;

/// <summary>A column of a table of figures, for CSV files and pages.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Cell">Its text in a row; empty where there is nothing to say.</param>
internal sealed record FigureColumn<T>(LabelAttribute Heading, Func<T, string> Cell);

/// <summary>The columns of every table of figures.</summary>
internal static class FigureColumns
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static IReadOnlyList<FigureColumn<RateRow>> Rates { get; } =
    [
        Of<RateRow>("事项编码", "Item code", static row => row.ItemCode),
        Of<RateRow>("事项名称", "Item", static row => row.ItemName),
        Of<RateRow>("部门", "Department", static row => row.Department),
        Of<RateRow>("区划", "District", static row => row.District),
        Of<RateRow>("估计问题率", "Estimated rate", static row => Rate(row.Estimate?.Rate)),
        Of<RateRow>("下限（95%）", "Lower limit (95%)", static row => Rate(row.Estimate?.Interval.Lower)),
        Of<RateRow>("上限（95%）", "Upper limit (95%)", static row => Rate(row.Estimate?.Interval.Upper)),
        Of<RateRow>("标准误", "Standard error", static row => Rate(row.Estimate?.StandardError)),
        Of<RateRow>("自由度", "Degrees of freedom", static row => Number(row.Estimate?.DegreesOfFreedom)),
        Of<RateRow>("Korn-Graubard 下限", "Korn–Graubard lower limit", static row => Rate(row.Estimate?.KornGraubard?.Lower)),
        Of<RateRow>("Korn-Graubard 上限", "Korn–Graubard upper limit", static row => Rate(row.Estimate?.KornGraubard?.Upper)),
        Of<RateRow>("已检查", "Inspected", static row => Number(row.Estimate?.Inspected ?? 0)),
        Of<RateRow>("有问题", "With a problem", static row => Number(row.Estimate?.Problems ?? 0)),
        Of<RateRow>("未知均无问题时", "If all unknown were well", static row => Rate(row.Estimate?.Extremes.Lower)),
        Of<RateRow>("未知均有问题时", "If all unknown had a problem", static row => Rate(row.Estimate?.Extremes.Upper)),
        .. LeftOut<RateRow>(static row => row.LeftOut),
        Of<RateRow>("可公开", "May be public", static row => row.IsPublishable ? "1" : "0"),
    ];

    public static IReadOnlyList<FigureColumn<PublicRate>> PublicRates { get; } =
    [
        Of<PublicRate>("事项编码", "Item code", static row => row.ItemCode),
        Of<PublicRate>("事项名称", "Item", static row => row.ItemName),
        Of<PublicRate>("部门", "Department", static row => row.Department),
        Of<PublicRate>("区划", "District", static row => row.District),
        Of<PublicRate>("估计问题率（%）", "Estimated rate (%)", static row => Number(row.Percent)),
        Of<PublicRate>("下限（95%，%）", "Lower limit (95%, %)", static row => Number(row.Lower)),
        Of<PublicRate>("上限（95%，%）", "Upper limit (95%, %)", static row => Number(row.Upper)),
        Of<PublicRate>("已检查", "Inspected", static row => Number(row.Inspected)),
        Of<PublicRate>("未知均无问题时（%）", "If all unknown were well (%)", static row => Number(row.LowestIfUnknown)),
        Of<PublicRate>("未知均有问题时（%）", "If all unknown had a problem (%)", static row => Number(row.HighestIfUnknown)),
        .. LeftOut<PublicRate>(static row => row.LeftOut),
    ];

    public static IReadOnlyList<FigureColumn<EffectRow>> Effects { get; } =
    [
        Of<EffectRow>("部门", "Department", static row => row.Department),
        Of<EffectRow>("月份", "Month", static row => Month(row.Month)),
        Of<EffectRow>("应查", "Due", static row => Number(row.Due)),
        Of<EffectRow>("其中指定检查", "Of those targeted", static row => Number(row.Targeted)),
        Of<EffectRow>("已查", "Inspected", static row => Number(row.Inspected)),
        Of<EffectRow>("完成率", "Coverage", static row => Rate(row.Coverage)),
        Of<EffectRow>("发现问题", "With a problem", static row => Number(row.Problems)),
        Of<EffectRow>("问题检出率", "Share with a problem", static row => Rate(row.ProblemShare)),
        Of<EffectRow>("待整改", "Not settled", static row => Number(row.Open)),
        Of<EffectRow>("按时公示", "Published on time", static row => Number(row.OnTime)),
        Of<EffectRow>("逾期公示", "Published late", static row => Number(row.Late)),
        Of<EffectRow>("逾期未公示", "Overdue", static row => Number(row.Overdue)),
        Of<EffectRow>("按时公示率", "Share on time", static row => Rate(row.OnTimeShare)),
        Of<EffectRow>("被查企业", "Enterprises inspected", static row => Number(row.Enterprises)),
        Of<EffectRow>("被查多次的企业", "Inspected more than once", static row => Number(row.MoreThanOnce)),
        Of<EffectRow>("每家企业检查次数", "Visits per enterprise", static row => Rate(row.VisitsPerEnterprise)),
        Of<EffectRow>("执法人员", "Inspectors", static row => Number(row.Inspectors)),
        Of<EffectRow>("每人检查次数", "Visits per inspector", static row => Rate(row.VisitsPerInspector)),
    ];

    public static IReadOnlyList<FigureColumn<PublicEffect>> PublicEffects { get; } =
    [
        Of<PublicEffect>("部门", "Department", static row => row.Department),
        Of<PublicEffect>("月份", "Month", static row => Month(row.Month)),
        Of<PublicEffect>("应查", "Due", static row => Number(row.Due)),
        Of<PublicEffect>("其中指定检查", "Of those targeted", static row => Number(row.Targeted)),
        Of<PublicEffect>("已公示结果", "Published", static row => Number(row.Published)),
        Of<PublicEffect>("发现问题", "With a problem", static row => Number(row.Problems)),
        Of<PublicEffect>("按时公示", "Published on time", static row => Number(row.OnTime)),
        Of<PublicEffect>("逾期公示", "Published late", static row => Number(row.Late)),
        Of<PublicEffect>("逾期未公示", "Overdue", static row => Number(row.Overdue)),
        Of<PublicEffect>("被查企业", "Enterprises inspected", static row => Number(row.Enterprises)),
        Of<PublicEffect>("被查多次的企业", "Inspected more than once", static row => Number(row.MoreThanOnce)),
    ];

    public static IReadOnlyList<FigureColumn<PlanRow>> Plans { get; } =
    [
        Of<PlanRow>("年度计划", "Plan", static row => row.Title),
        Of<PlanRow>("计划抽查", "Planned", static row => Number(row.Planned)),
        Of<PlanRow>("已抽取", "Drawn", static row => Number(row.Drawn)),
        Of<PlanRow>("已检查", "Inspected", static row => Number(row.Inspected)),
        Of<PlanRow>("完成率", "Coverage", static row => Rate(row.Coverage)),
    ];

    public static IReadOnlyList<FigureColumn<Look>> Looks { get; } =
    [
        Of<Look>("检验", "Look", static look => look.Kind.Label(Language.Chinese)),
        Of<Look>("对象", "Subject", static look => look.Subject),
        Of<Look>("观察值", "Observed", static look => Rate(look.Observed)),
        Of<Look>("期望值", "Expected", static look => Rate(look.Expected)),
        Of<Look>("p 值", "P-value", static look => look.PValue.ToString("G4", Plain)),
        Of<Look>("校正后 p 值", "Corrected p-value", static look => look.Adjusted.ToString("G4", Plain)),
    ];

    private static FigureColumn<T>[] LeftOut<T>(Func<T, LeftOutCount> count) =>
    [
        Of<T>("抽取", "Drawn", row => Number(count(row).Drawn)),
        Of<T>("已替换", "Replaced", row => Number(count(row).Replaced)),
        Of<T>("无法联系", "Not reached", row => Number(count(row).Unreachable)),
        Of<T>("未检查该事项", "Not checked", row => Number(count(row).NotChecked)),
        Of<T>("无已审核结果", "No reviewed result", row => Number(count(row).NotReviewed)),
        Of<T>("人员不足", "Short of inspectors", row => Number(count(row).Understaffed)),
        Of<T>("未列入底册", "Excluded from the rosters", row => Number(count(row).Excluded)),
    ];

    private static FigureColumn<T> Of<T>(string chinese, string english, Func<T, string> cell) => new(new LabelAttribute(chinese, english), cell);

    private static string Rate(double? rate) => rate?.ToString("0.####", Plain) ?? "";

    private static string Number(int? number) => number?.ToString(Plain) ?? "";

    private static string Month(int month) => month == 0 ? "" : month.ToString(Plain);
}

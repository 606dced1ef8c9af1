using Inspection.App.Languages;

namespace Inspection.App.Oversight;

/// <summary>The charts of the tables of figures.</summary>
internal static class FigureCharts
{
    /// <summary>The rates of the items in the whole population, the highest first.</summary>
    public static string Rates(IEnumerable<RateRow> rows, Language language) => Items(
        rows.Where(static row => row is { ItemCode.Length: > 0, District: "", Estimate: not null })
            .Select(static row => new IntervalRow(
                NameOf(row.ItemName, row.ItemCode), 100 * row.Estimate!.Rate, 100 * row.Estimate.Interval.Lower, 100 * row.Estimate.Interval.Upper)),
        language);

    /// <summary>The same of what is public.</summary>
    public static string Rates(IEnumerable<PublicRate> rows, Language language) => Items(
        rows.Where(static row => row is { ItemCode.Length: > 0, District: "" })
            .Select(static row => new IntervalRow(NameOf(row.ItemName, row.ItemCode), row.Percent, row.Lower, row.Upper)),
        language);

    /// <summary>How many were inspected in each month, and how many of them had a problem.</summary>
    public static string Effects(IEnumerable<EffectRow> rows, string department, Language language) => Months(
        rows.Where(row => row.Department == department && row.Month > 0).Select(row => (row.Month, row.Inspected, row.Problems)), language);

    /// <summary>The same of what is public, for all departments.</summary>
    public static string Effects(IEnumerable<PublicEffect> rows, Language language) => Months(
        rows.Where(static row => row is { Department: "", Month: > 0 }).Select(static row => (row.Month, row.Published, row.Problems)), language);

    private static string Items(IEnumerable<IntervalRow> rows, Language language) => IntervalChart.Draw(
        Say(language, "各抽查事项的估计问题率和 95% 区间", "The estimated rate of problems of each item, with its interval at 95%"),
        [.. rows.OrderByDescending(static row => row.Rate)]);

    private static string Months(IEnumerable<(int Month, int Inspected, int Problems)> rows, Language language) => BarChart.Draw(
        Say(language, "各月检查户次和其中发现问题的户次", "Inspections of each month, and how many of them found a problem"),
        Say(language, "检查户次", "Inspections"),
        Say(language, "发现问题", "With a problem"),
        [.. rows.OrderBy(static row => row.Month).Select(row => new BarColumn(
            Say(language, $"{row.Month}月", System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(row.Month)),
            row.Inspected, row.Problems))]);

    private static string NameOf(string name, string code) => name.Length > 0 ? name : code;

    private static string Say(Language language, string chinese, string english) => language == Language.English ? english : chinese;
}

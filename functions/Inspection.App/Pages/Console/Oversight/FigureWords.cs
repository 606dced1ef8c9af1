using System.Globalization;
using Inspection.App.Oversight;

namespace Inspection.App.Pages.Console;

/// <summary>How figures are said that need not be there.</summary>
internal static class FigureWords
{
    private const string None = "–";

    public static string Share(this Words words, double? share) => share is { } known ? words.Percent(known) : None;

    /// <summary>How often on average, such as 1.25.</summary>
    public static string Average(double? average) => average?.ToString("0.##", CultureInfo.InvariantCulture) ?? None;

    /// <summary>The name of a month, or of the year where it is none.</summary>
    public static string MonthOf(this Words words, EffectRow row) => row.Month == 0
        ? words["全年", "The year"]
        : words[$"{row.Month} 月", CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(row.Month)];

    public static string ItemOf(RateRow row) => row.ItemName.Length > 0 ? row.ItemName : row.ItemCode;
}

using System.Globalization;
using System.Xml.Linq;

namespace Inspection.App.Oversight;

/// <summary>Counts of a month, one within the other: how many of how many.</summary>
/// <param name="Label">The month.</param>
/// <param name="Whole">The count.</param>
/// <param name="Part">How many of them.</param>
internal sealed record BarColumn(string Label, int Whole, int Part);

/// <summary>Columns beside one another, each with a part of another colour and both numbers above.</summary>
internal static class BarChart
{
    private const int Column = 60;
    private const int Bar = 36;
    private const int Height = 200;
    private const int Head = 24;
    private const int Foot = 50;
    private const int Fewest = 6;

    /// <param name="title">What it shows.</param>
    /// <param name="whole">The name of the count.</param>
    /// <param name="part">The name of the part.</param>
    /// <param name="columns">The columns.</param>
    public static string Draw(string title, string whole, string part, IReadOnlyList<BarColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var top = SvgChart.Top(columns.Select(static column => column.Whole).DefaultIfEmpty().Max());
        var width = Math.Max(Fewest, columns.Count) * Column;
        return SvgChart.Draw(
            title, width, Head + Height + Foot,
            [
                SvgChart.Rule(0, Head + Height, width, Head + Height, "chart-grid", "#85857c"),
                .. columns.SelectMany((column, i) => Draw(column, i * Column, top)),
                .. Key(0, whole, "chart-whole", "#17508c"),
                .. Key(width / 2, part, "chart-part", "#a12a22"),
            ]);
    }

    private static IEnumerable<XElement> Draw(BarColumn column, int x, double top)
    {
        var (whole, part) = (Height * column.Whole / top, Height * column.Part / top);
        var (left, floor) = (x + ((Column - Bar) / 2), Head + Height);
        yield return SvgChart.Bar(left, floor - whole, Bar, whole, "chart-whole", "#17508c");
        yield return SvgChart.Bar(left, floor - part, Bar, part, "chart-part", "#a12a22");
        yield return SvgChart.Text(x + (Column / 2), floor - whole - 6, $"{Number(column.Part)}/{Number(column.Whole)}", "middle", "chart-soft");
        yield return SvgChart.Text(x + (Column / 2), floor + 18, column.Label, "middle");
    }

    private static IEnumerable<XElement> Key(int x, string name, string className, string colour)
    {
        yield return SvgChart.Bar(x, Head + Height + 32, 12, 12, className, colour);
        yield return SvgChart.Text(x + 18, Head + Height + 43, name, className: "chart-soft");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

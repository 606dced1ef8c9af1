using System.Globalization;
using System.Xml.Linq;

namespace Inspection.App.Oversight;

/// <summary>A rate with its interval, in percent.</summary>
/// <param name="Label">Of what.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
internal sealed record IntervalRow(string Label, double Rate, double Lower, double Upper);

/// <summary>Rates with their intervals below one another: a dot on a line, on one axis from 0.</summary>
internal static class IntervalChart
{
    private const int Labels = 230;
    private const int Plot = 400;
    private const int Values = 150;
    private const int Foot = 30;
    private const int LabelCharacters = 15;
    private const int Ticks = 4;

    public static string Draw(string title, IReadOnlyList<IntervalRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var top = SvgChart.Top(rows.Select(static row => row.Upper).DefaultIfEmpty().Max());
        var height = rows.Count * SvgChart.Line;
        return SvgChart.Draw(
            title, Labels + Plot + Values, height + Foot,
            Axis(top, height).Concat(rows.SelectMany((row, i) => Row(row, (i + 0.5) * SvgChart.Line, top))));
    }

    private static IEnumerable<XElement> Axis(double top, int height)
    {
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var value = top * tick / Ticks;
            yield return SvgChart.Rule(At(value, top), 0, At(value, top), height, "chart-grid", "#dcd8cd");
            yield return SvgChart.Text(At(value, top), height + 20, Percent(value), "middle", "chart-soft");
        }
    }

    private static IEnumerable<XElement> Row(IntervalRow row, double y, double top)
    {
        yield return SvgChart.Text(0, y + 5, SvgChart.Shortened(row.Label, LabelCharacters));
        yield return SvgChart.Rule(At(row.Lower, top), y, At(row.Upper, top), y, "chart-range", "#17508c", 4);
        yield return SvgChart.Dot(At(row.Rate, top), y, "chart-dot", "#a12a22");
        yield return SvgChart.Text(
            Labels + Plot + 12, y + 5, $"{Percent(row.Rate)}（{Percent(row.Lower)}–{Percent(row.Upper)}）");
    }

    private static double At(double value, double top) => Labels + (Plot * value / top);

    private static string Percent(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) + "%";
}

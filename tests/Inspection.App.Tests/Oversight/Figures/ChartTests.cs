using System.Xml.Linq;
using Inspection.App.Languages;
using Inspection.App.Oversight;

namespace Inspection.App.Tests.Oversight.Figures;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_chart_of_rates_puts_each_dot_between_its_limits_on_one_axis()
    {
        var chart = XElement.Parse(IntervalChart.Draw("问题率", [new IntervalRow("甲", 10, 5, 20), new IntervalRow("乙", 40, 30, 50)]));

        var dots = chart.Elements(Svg + "circle").Select(static dot => (double)dot.Attribute("cx")!).ToList();
        var ranges = chart.Elements(Svg + "line").Where(static line => (string?)line.Attribute("class") == "chart-range")
            .Select(static line => ((double)line.Attribute("x1")!, (double)line.Attribute("x2")!)).ToList();
        // The axis ends at 50%, 400 units from 230 on.
        Assert.Equal([310, 550], dots);
        Assert.Equal([(270, 390), (470, 630)], ranges);
        Assert.Contains("10%（5%–20%）", chart.Value, StringComparison.Ordinal);
        Assert.Equal("问题率", chart.Element(Svg + "title")!.Value);
    }

    [Fact]
    public void A_chart_of_months_draws_the_part_within_the_whole_and_says_both()
    {
        var chart = XElement.Parse(BarChart.Draw("各月", "检查", "问题", [new BarColumn("3月", 40, 10), new BarColumn("4月", 50, 0)]));

        var heights = chart.Elements(Svg + "rect").Where(static bar => (double)bar.Attribute("width")! > 12)
            .Select(static bar => (double)bar.Attribute("height")!);
        Assert.Equal([160, 40, 200, 0], heights);
        Assert.Contains("10/40", chart.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_text_whatever_they_hold()
    {
        var rows = new[] { new PublicRate("X", "<script>alert(1)</script>", "", "", 10, 5, 20, 30, 8, 12, new LeftOutCount(30, 0, 0, 0, 0, 0, 0)) };

        var chart = FigureCharts.Rates(rows, Language.English);

        Assert.DoesNotContain("<script", chart, StringComparison.Ordinal);
        Assert.Contains("&lt;script", chart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.7, 1)]
    [InlineData(20, 20)]
    [InlineData(21, 25)]
    [InlineData(51, 100)]
    [InlineData(300, 500)]
    public void An_axis_ends_at_a_round_number(double largest, double top) => Assert.Equal(top, SvgChart.Top(largest), 1e-9);

    [Fact]
    public void Empty_charts_are_drawn_too()
    {
        Assert.StartsWith("<svg", IntervalChart.Draw("", []), StringComparison.Ordinal);
        Assert.StartsWith("<svg", BarChart.Draw("", "", "", []), StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Xml.Linq;

namespace Inspection.App.Oversight;

/// <summary>
/// The parts of a chart drawn as SVG. Colours stand in attributes, so that a file shows them by itself, and each part has a
/// class, by which a page's stylesheet overrules them. A chart never stands alone: its table says the same.
/// </summary>
internal static class SvgChart
{
    public const string MediaType = "image/svg+xml";

    /// <summary>The height of a line of text.</summary>
    public const int Line = 28;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The chart as text.</summary>
    /// <param name="title">What it shows, for who does not see it.</param>
    /// <param name="width">Units of its width.</param>
    /// <param name="height">Units of its height.</param>
    /// <param name="parts">What is drawn.</param>
    public static string Draw(string title, int width, int height, IEnumerable<XElement> parts) => new XElement(
        Svg + "svg",
        new XAttribute("viewBox", $"0 0 {width} {height}"),
        new XAttribute("width", width),
        new XAttribute("height", height),
        new XAttribute("class", "chart"),
        new XAttribute("role", "img"),
        new XAttribute("font-family", "system-ui, sans-serif"),
        new XAttribute("font-size", 14),
        new XElement(Svg + "title", title),
        parts).ToString(SaveOptions.DisableFormatting);

    public static XElement Text(double x, double y, string text, string anchor = "start", string className = "chart-text") => new(
        Svg + "text",
        Number("x", x), Number("y", y),
        new XAttribute("text-anchor", anchor), new XAttribute("class", className), new XAttribute("fill", "#1c2228"),
        text);

    public static XElement Rule(double x1, double y1, double x2, double y2, string className, string colour, double width = 1) => new(
        Svg + "line",
        Number("x1", x1), Number("y1", y1), Number("x2", x2), Number("y2", y2),
        new XAttribute("class", className), new XAttribute("stroke", colour), Number("stroke-width", width));

    public static XElement Bar(double x, double y, double width, double height, string className, string colour) => new(
        Svg + "rect",
        Number("x", x), Number("y", y), Number("width", Math.Max(0, width)), Number("height", Math.Max(0, height)),
        new XAttribute("class", className), new XAttribute("fill", colour));

    public static XElement Dot(double x, double y, string className, string colour) => new(
        Svg + "circle",
        Number("cx", x), Number("cy", y), Number("r", 5), new XAttribute("class", className), new XAttribute("fill", colour));

    /// <summary>A label that fits so many characters, the rest left out.</summary>
    public static string Shortened(string label, int characters)
    {
        var runes = label.EnumerateRunes().ToList();
        return runes.Count <= characters ? label : string.Concat(runes.Take(characters - 1).Select(static rune => rune.ToString())) + "…";
    }

    /// <summary>A round number at or above the largest value, to end an axis with.</summary>
    public static double Top(double largest)
    {
        if (largest <= 0)
            return 1;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        return new[] { 1, 2, 2.5, 5, 10 }.Select(step => step * unit).First(top => top >= largest - (unit * 1e-9));
    }

    private static XAttribute Number(string name, double value) => new(name, Math.Round(value, 2).ToString(CultureInfo.InvariantCulture));
}

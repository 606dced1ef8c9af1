using System.Globalization;
using System.Text;
using Inspection.Drawing;

namespace Inspection.App.Publication;

/// <summary>The version of an answer: it changes with anything that it shows, and with the program that shows it.</summary>
internal static class PublicVersion
{
    private static readonly string Build = typeof(PublicVersion).Module.ModuleVersionId.ToString();

    public static Digest Of(IEnumerable<PublicRow> rows, string? next) => Of(
        rows.Select(static row => string.Create(CultureInfo.InvariantCulture, $"{row.Result.Id} {row.Sequence}")), next);

    /// <param name="parts">What stands for each part of the answer and changes with it.</param>
    /// <param name="next">The cursor of the next page.</param>
    public static Digest Of(IEnumerable<string> parts, string? next)
    {
        var text = new StringBuilder(Build).Append('\n').Append(next);
        foreach (var part in parts)
            text.Append('\n').Append(part);
        return Digest.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

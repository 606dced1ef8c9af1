using System.Buffers;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>Cells with several entries, such as skills and tags.</summary>
internal static class CellList
{
    // What joins the entries of a cell. White space joins too, so the spaces of every script are among them.
    private static readonly SearchValues<char> Joints = SearchValues.Create(";；、| \t\r\n\u00A0\u3000");

    /// <summary>The entries in the protocol's order, none twice; those that cannot be entries reject the row.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="what">What the entries are, for errors.</param>
    public static IReadOnlyList<string> Parse(RowCells cells, BoundColumn column, string what)
    {
        var text = cells.Text(column);
        if (text.Length == 0)
            return [];
        var held = new SortedSet<string>(ProtocolText.Order);
        foreach (var entry in Entries(text))
        {
            if (entry.Contains('，', StringComparison.Ordinal))
                cells.Reject(column, $"'，' does not separate {what}; write ； or 、 between them");
            else if (ProtocolText.ProblemInField(entry) is { } problem)
                cells.Reject(column, $"{problem}; write ； or 、 between {what}");
            else
                held.Add(entry);
        }

        return [.. held];
    }

    /// <summary>The entries as they stand, trimmed and none of them empty.</summary>
    public static IEnumerable<string> Entries(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(Joints);
            var end = length < 0 ? text.Length : start + length;
            if (CellText.Trim(text[start..end]) is { Length: > 0 } entry)
                yield return entry;
            start = end + 1;
        }
    }
}

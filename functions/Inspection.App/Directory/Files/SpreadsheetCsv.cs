using System.Text;

namespace Inspection.App.Directory;

/// <summary>
/// CSV made to be opened in a spreadsheet: with the mark that lets it see UTF-8, and with an apostrophe before whatever
/// it would take for a formula. The file appears whole or not at all.
/// </summary>
/// <remarks>
/// The reader takes the apostrophe away again. For that to be certain, text that already has apostrophes before such a
/// sign gets one more.
/// </remarks>
internal static class SpreadsheetCsv
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Writes the rows in the order given, in place of an older file of that name.</summary>
    /// <returns>How many rows were written.</returns>
    public static int Write(string path, IEnumerable<string> heading, IEnumerable<IEnumerable<string>> rows, bool isSecret = false)
    {
        var count = 0;
        AtomicFile.Write(
            path,
            stream =>
            {
                using var writer = new StreamWriter(
                    stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                writer.NewLine = "\r\n";
                writer.WriteLine(Line(heading));
                foreach (var row in rows)
                {
                    writer.WriteLine(Line(row));
                    count++;
                }
            },
            isSecret);
        return count;
    }

    /// <summary>One row: its cells quoted where need be and joined by commas.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted));

    /// <summary>A cell without the apostrophe that keeps it from being a formula.</summary>
    public static ReadOnlySpan<byte> Unguarded(ReadOnlySpan<byte> cell) =>
        cell.StartsWith("'"u8)
        && cell.TrimStart((byte)'\'') is { IsEmpty: false } behind
        && FormulaStarts.Contains((char)behind[0], StringComparison.Ordinal)
            ? cell[1..]
            : cell;

    private static string Quoted(string text)
    {
        var behind = text.AsSpan().TrimStart('\'');
        var isFormula = !behind.IsEmpty && FormulaStarts.Contains(behind[0], StringComparison.Ordinal);
        var safe = isFormula ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

using System.Globalization;
using System.Text;

namespace Inspection.App.Directory;

/// <summary>
/// Writes rejected rows as <c>rejected.csv</c>, made to be opened in a spreadsheet: with the mark that lets it see UTF-8,
/// and with an apostrophe before whatever it would take for a formula. The file appears whole or not at all.
/// </summary>
public static class RejectedRowsFile
{
    public const string Name = "rejected.csv";

    private const string Heading = "file,line,column,value,problem";
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Writes the rows in the order given, in place of an older file of that name.</summary>
    /// <returns>How many rows were written.</returns>
    public static int Write(string path, IEnumerable<RejectedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(rows);
        var count = 0;
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(
                stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            writer.NewLine = "\r\n";
            writer.WriteLine(Heading);
            foreach (var row in rows)
            {
                writer.WriteLine(string.Join(
                    ',',
                    Quoted(row.File),
                    row.Line.ToString(CultureInfo.InvariantCulture),
                    Quoted(row.Column),
                    Quoted(row.Value),
                    Quoted(row.Problem)));
                count++;
            }
        });
        return count;
    }

    private static string Quoted(string text)
    {
        var safe = text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

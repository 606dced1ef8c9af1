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
                using var writer = Writer(stream);
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

    /// <summary>Writes the rows as they come; the stream stays open.</summary>
    /// <returns>How many rows were written.</returns>
    public static async Task<int> WriteAsync(
        Stream stream, IEnumerable<string> heading, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellation)
    {
        var count = 0;
        await using var writer = Writer(stream);
        await writer.WriteLineAsync(Line(heading));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await writer.WriteLineAsync(Line(row));
            count++;
        }

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

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

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

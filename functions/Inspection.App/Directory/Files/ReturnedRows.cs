using System.Text;

namespace Inspection.App.Directory;

/// <summary>
/// The bad rows of a registry file in the file's own columns, with one column more that says what is wrong (错误信息): made
/// to be mended in a spreadsheet and sent again.
/// </summary>
internal static class ReturnedRows
{
    public const string ProblemHeading = "错误信息";

    /// <summary>Reads the file once more and writes the rows that were rejected, in its order.</summary>
    /// <param name="file">The file, at any place; stays open.</param>
    /// <param name="fileName">The name that errors call it by.</param>
    /// <param name="problems">What is wrong, by the line where the row starts.</param>
    /// <param name="output">Takes UTF-8 CSV with the mark that spreadsheets know it by; stays open.</param>
    public static void Write(Stream file, string fileName, IReadOnlyDictionary<int, string> problems, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        writer.NewLine = "\r\n";
        var width = 2;
        using var table = RegistryFile.OpenTable(file, fileName, Malformed);
        if (!table.Read())
            return;
        var headings = Cells(table);
        // A file that was returned before and is sent again has the column already: it is written anew.
        var old = headings.IndexOf(ProblemHeading);
        string[] returned = [.. Without(headings, old), ProblemHeading];
        width = Math.Max(returned.Length, width);
        writer.WriteLine(SpreadsheetCsv.Line(returned));
        while (table.Read())
        {
            if (problems.TryGetValue(table.Line, out var problem))
                writer.WriteLine(SpreadsheetCsv.Line(Row(Without(Cells(table), old), problem)));
        }

        // Rows whose quotation marks are wrong have no cells: what there is of them goes in the first column.
        void Malformed(RejectedRow row) =>
            writer.WriteLine(SpreadsheetCsv.Line(Row([row.Value], problems.GetValueOrDefault(row.Line, row.Problem))));

        // Also a row of too few or too many fields says what is wrong with it in the column of that name.
        IEnumerable<string> Row(IEnumerable<string> cells, string problem) =>
            [.. cells.Concat(Enumerable.Repeat("", width)).Take(width - 1), problem];
    }

    /// <summary>What <see cref="Write"/> wrote as an Excel workbook.</summary>
    public static async Task<Stream> ToWorkbookAsync(Stream csv, CancellationToken cancellation)
    {
        using var table = RegistryFile.OpenTable(csv, ProblemHeading, _ => { });
        var workbook = new MemoryStream();
        string[] headings = table.Read() ? [.. Cells(table)] : [ProblemHeading];
        await Workbook.WriteAsync(workbook, headings, Rows(table), cancellation);
        workbook.Position = 0;
        return workbook;
    }

    /// <summary>The first rows of what <see cref="Write"/> wrote, each with what is wrong with it as its last cell.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> First(Stream csv, int count)
    {
        using var table = RegistryFile.OpenTable(csv, ProblemHeading, _ => { });
        return table.Read() ? [.. Rows(table).Take(count)] : [];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Table table)
    {
        while (table.Read())
            yield return Cells(table);
    }

    private static List<string> Cells(Table table)
    {
        var cells = new List<string>(table.FieldCount);
        for (var i = 0; i < table.FieldCount; i++)
            cells.Add(CellText.Decode(SpreadsheetCsv.Unguarded(CellText.TrimAscii(table.Field(i)))));
        return cells;
    }

    private static IEnumerable<string> Without(List<string> cells, int index) => cells.Where((_, i) => i != index);
}

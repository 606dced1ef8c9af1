using System.Globalization;

namespace Inspection.App.Directory;

/// <summary>Writes rejected rows as <c>rejected.csv</c>, made to be opened in a spreadsheet.</summary>
public static class RejectedRowsFile
{
    public const string Name = "rejected.csv";

    /// <summary>
    /// Writes the rows in the order given, in place of an older file of that name. Only its owner may read the file: it
    /// shows cells of a register.
    /// </summary>
    /// <returns>How many rows were written.</returns>
    public static int Write(string path, IEnumerable<RejectedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(rows);
        return SpreadsheetCsv.Write(
            path,
            ["file", "line", "column", "value", "problem"],
            rows.Select(row => new[]
            {
                row.File, row.Line.ToString(CultureInfo.InvariantCulture), row.Column, row.Value, row.Problem,
            }),
            isSecret: true);
    }
}

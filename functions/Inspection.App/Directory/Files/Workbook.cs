using System.Globalization;
using MiniExcelLibs;

namespace Inspection.App.Directory;

/// <summary>Writes a table as an Excel workbook (.xlsx), every cell as text, row by row as they come.</summary>
internal static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static Task WriteAsync(
        Stream stream,
        IReadOnlyList<string> headings,
        IEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellation) =>
        stream.SaveAsAsync(
            rows.Prepend(headings).Select(cells => Named(cells, headings.Count)),
            printHeader: false,
            cancellationToken: cancellation);

    // The names order the columns and are not printed: headings may be empty or come twice.
    private static Dictionary<string, object> Named(IReadOnlyList<string> cells, int width) =>
        Enumerable.Range(0, width).ToDictionary(
            i => i.ToString("d4", CultureInfo.InvariantCulture), i => (object)(i < cells.Count ? cells[i] : ""));
}

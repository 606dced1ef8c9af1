using Inspection.App.Directory;
using Inspection.App.Languages;

namespace Inspection.App.Oversight;

/// <summary>Tables of figures as CSV files.</summary>
internal static class FigureCsv
{
    public static CsvResult Of<T>(string fileName, IReadOnlyList<FigureColumn<T>> columns, IEnumerable<T> rows) => new(
        fileName,
        columns.Select(static column => column.Heading.In(Language.Chinese)),
        rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(column => column.Cell(row))]).ToAsyncEnumerable());
}

using System.Text;

namespace Inspection.App.Directory;

/// <summary>
/// The cells of a registry file, row by row and by column: finds the columns by the heading, and refuses rows whose form
/// is wrong before anybody reads what they say.
/// </summary>
internal sealed class RowCells
{
    private const int MaxHeadingsShown = 30;

    private const string LostCharacter =
        "a lost character, shown as \uFFFD: bytes that are not GB18030, or the mark that an earlier conversion left; "
        + "enter the text again";

    private readonly Table table;
    private readonly Action<RejectedRow> reject;
    private readonly BoundColumn[] columns;
    private readonly int width;

    /// <exception cref="UnreadableFileException">A required column is missing, or one is there twice.</exception>
    public RowCells(Table table, IReadOnlyList<Column> known, Action<RejectedRow> reject)
    {
        this.table = table;
        this.reject = reject;
        var headings = ReadHeadings();
        width = headings.Count;
        columns = [.. known.Select(column => Bind(column, headings))];
        RequireAll(headings);
    }

    public int Line => table.Line;

    /// <summary>Whether something of the current row was rejected.</summary>
    public bool IsRejected { get; private set; }

    public BoundColumn this[Column column] => Array.Find(columns, bound => bound.Column == column);

    /// <summary>Moves to the next row of good form.</summary>
    /// <exception cref="UnreadableFileException">There was no row at all behind the heading.</exception>
    public bool Read()
    {
        while (table.Read())
        {
            IsRejected = false;
            CheckForm();
            if (!IsRejected)
                return true;
        }

        return table.HadRows
            ? false
            : throw new UnreadableFileException(table.File, "the file holds only a heading and no rows");
    }

    /// <summary>
    /// A cell's UTF-8, trimmed of ASCII white space and of the apostrophe that keeps it from being a formula; empty where
    /// the file lacks the column.
    /// </summary>
    public ReadOnlySpan<byte> Bytes(BoundColumn column) =>
        column.IsMissing ? default : SpreadsheetCsv.Unguarded(CellText.TrimAscii(table.Field(column.Index)));

    /// <summary>A cell's text, trimmed.</summary>
    public string Text(BoundColumn column) => CellText.Decode(Bytes(column));

    /// <summary>Rejects the current row for what stands in one of its cells.</summary>
    public void Reject(BoundColumn column, string problem)
    {
        IsRejected = true;
        var value = column.IsMissing ? "" : CellText.Shown(Encoding.UTF8.GetString(table.Field(column.Index)));
        reject(new RejectedRow(table.File, Line, column.Column.English, value, problem));
    }

    private void CheckForm()
    {
        if (table.FieldCount != width)
        {
            IsRejected = true;
            var value = CellText.Shown(CellText.Decode(table.Field(0)));
            reject(new RejectedRow(
                table.File, Line, "", value, $"the row has {table.FieldCount} fields, the heading {width}"));
            return;
        }

        foreach (var column in columns)
        {
            if (!column.IsMissing && table.Field(column.Index).Length > RegistryLimits.MaxFieldBytes)
                Reject(column, $"the field is longer than {RegistryLimits.MaxFieldBytes >> 10} KiB");
        }

        if (table.HasLostCharacters)
            RejectLostCharacters();
    }

    private void RejectLostCharacters()
    {
        foreach (var column in columns)
        {
            if (!column.IsMissing && table.Field(column.Index).IndexOf(CellText.Lost) >= 0)
                Reject(column, LostCharacter);
        }
    }

    private List<string> ReadHeadings()
    {
        if (!table.Read())
            throw new UnreadableFileException(table.File, "the file is empty; give a CSV file or an Excel workbook (.xlsx)");
        if (table.FieldCount > RegistryLimits.MaxColumns)
        {
            throw new UnreadableFileException(
                table.File,
                $"the file has {table.FieldCount} columns, where {RegistryLimits.MaxColumns} are the most; keep those needed");
        }

        var headings = new List<string>(table.FieldCount);
        for (var i = 0; i < table.FieldCount; i++)
            headings.Add(CellText.Narrow(table.Field(i)));
        return headings;
    }

    private BoundColumn Bind(Column column, List<string> headings)
    {
        var first = headings.FindIndex(column.IsCalled);
        var last = headings.FindLastIndex(column.IsCalled);
        if (first != last)
        {
            throw new UnreadableFileException(
                table.File, $"column {column} is there twice, as column {first + 1} and column {last + 1}; keep one");
        }

        return new BoundColumn(column, first);
    }

    private void RequireAll(List<string> headings)
    {
        var missing = columns.Where(bound => bound.IsMissing && bound.Column.Required).Select(bound => bound.Column).ToList();
        if (missing.Count == 0)
            return;
        var found = string.Join(", ", headings.Take(MaxHeadingsShown).Select(CellText.Shown));
        var more = headings.Count > MaxHeadingsShown ? $" and {headings.Count - MaxHeadingsShown} more" : "";
        throw new UnreadableFileException(
            table.File,
            $"column {string.Join(", ", missing)} is missing; found: {found}{more}; "
                + $"known: {string.Join(", ", columns.Select(bound => bound.Column))}");
    }
}

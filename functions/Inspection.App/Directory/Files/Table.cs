namespace Inspection.App.Directory;

/// <summary>
/// A file of rows and columns, read forward and one row at a time: the common view of CSV files and Excel sheets. Fields
/// are UTF-8, whatever the file's own encoding, and stay valid until the next row.
/// </summary>
internal abstract class Table(string file) : IDisposable
{
    public string File { get; } = file;

    /// <summary>Where the current row starts: physical line or sheet row, from 1.</summary>
    public abstract int Line { get; }

    public abstract int FieldCount { get; }

    /// <summary>Whether the current row holds U+FFFD somewhere, the mark of bytes that meant no character.</summary>
    public abstract bool HasLostCharacters { get; }

    /// <summary>A field's UTF-8 bytes, untrimmed.</summary>
    public abstract ReadOnlySpan<byte> Field(int index);

    /// <summary>Whether there were rows behind the heading, good or bad.</summary>
    public bool HadRows { get; protected set; }

    /// <summary>Moves to the next row that is not blank: spreadsheets leave blank rows behind at will.</summary>
    public bool Read()
    {
        while (Advance())
        {
            if (!IsBlank())
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract bool Advance();

    protected abstract void Dispose(bool disposing);

    private bool IsBlank()
    {
        for (var i = 0; i < FieldCount; i++)
        {
            var field = CellText.TrimAscii(Field(i));
            if (!field.IsEmpty && CellText.Decode(field).Length > 0)
                return false;
        }

        return true;
    }
}

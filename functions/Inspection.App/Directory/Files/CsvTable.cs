using System.Text;
using CsvHelper;

namespace Inspection.App.Directory;

/// <summary>
/// A CSV file as a table. A row whose quotation marks are wrong is rejected alone while it stays within its line. Where
/// it runs on over several lines nobody can tell how many rows it swallowed, so the whole file is refused.
/// </summary>
internal sealed class CsvTable : Table
{
    private const int HeadingBytes = 64 << 10;
    private const string Separators = ",\t;|";

    private readonly CsvReader reader;
    private readonly Action<RejectedRow> reject;
    private readonly Stream? owned;
    private bool headingRead;

    /// <param name="stream">A seekable stream at its beginning; stays open.</param>
    /// <param name="file">The name that errors call it by.</param>
    /// <param name="kind">The encoding.</param>
    /// <param name="reject">Told of rows with wrong quotation marks.</param>
    /// <param name="owned">Closed with the table, if given.</param>
    public CsvTable(Stream stream, string file, FileContentKind kind, Action<RejectedRow> reject, Stream? owned)
        : base(file)
    {
        this.reject = reject;
        this.owned = owned;
        var encoding = kind == FileContentKind.Utf8 ? Encoding.UTF8 : Gb18030();
        var options = new CsvReaderOptions
        {
            // The heading is read as a row like any other, which gives its line and keeps its order.
            HasHeader = false,
            Separator = SeparatorOf(stream, encoding),
            Encoding = kind == FileContentKind.Utf8 ? null : encoding,
            TrackLineNumbers = true,
            MaxRecordSize = RegistryLimits.MaxRecordBytes,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = OnMalformed,
        };
        reader = CsvReader.Create(stream, options, leaveOpen: true);
    }

    public override int Line => checked((int)reader.LineNumber);

    public override int FieldCount => reader.FieldCount;

    public override bool HasLostCharacters => reader.RawRecord.IndexOf(CellText.Lost) >= 0;

    public override ReadOnlySpan<byte> Field(int index) => reader.GetSpan(index);

    protected override bool Advance()
    {
        try
        {
            var moved = reader.Read();
            HadRows |= moved && headingRead;
            headingRead = true;
            return moved;
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableFileException(
                File,
                $"the row that starts in line {e.LineNumber} is longer than {RegistryLimits.MaxRecordBytes >> 10} KiB; "
                    + "most likely a quotation mark in it is never closed",
                e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        reader.Dispose();
        owned?.Dispose();
    }

    private void OnMalformed(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new UnreadableFileException(
                File,
                $"a quotation mark in the row that starts in line {record.LineNumber} is never closed; close it, or "
                    + "write \"\" for one that is meant");
        }

        if (!headingRead || record.RawRecord.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new UnreadableFileException(
                File,
                $"the quotation marks of the row that starts in line {record.LineNumber} do not match; "
                    + "write \"\" for one that is meant");
        }

        HadRows = true;
        reject(new RejectedRow(
            File, checked((int)record.LineNumber), "", CellText.Shown(record.RawRecord),
            record.Reason == CsvMalformedReason.StrayQuote
                ? "a quotation mark inside a field without quotation marks; put the field in quotation marks and write "
                    + "\"\" for one that is meant"
                : "text behind the closing quotation mark of a field; write \"\" for a quotation mark that is meant"));
    }

    // The heading holds the names of columns and nothing else, so what stands in it most often separates them.
    private static char SeparatorOf(Stream stream, Encoding encoding)
    {
        var buffer = new byte[HeadingBytes];
        var read = stream.ReadAtLeast(buffer, HeadingBytes, throwOnEndOfStream: false);
        stream.Position = 0;
        var text = encoding.GetString(buffer, 0, read).AsSpan().TrimStart("\uFEFF \r\n");
        var end = text.IndexOfAny('\r', '\n');
        var heading = end < 0 ? text : text[..end];
        var (best, most) = (Separators[0], 0);
        foreach (var separator in Separators)
        {
            if (heading.Count(separator) is var count && count > most)
                (best, most) = (separator, count);
        }

        return best;
    }

    // Bytes that are no character become U+FFFD and get their row rejected; nothing is replaced in silence.
    private static Encoding Gb18030() =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            "GB18030", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new PlatformNotSupportedException("this .NET runtime has no GB18030");
}

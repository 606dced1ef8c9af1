using System.Globalization;
using System.Text;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Inspection.App.Directory;

/// <summary>The first sheet of an Excel workbook (.xlsx) as a table.</summary>
internal sealed class WorkbookTable : Table
{
    // Below this the shared strings stay in memory, above it MiniExcel keeps them on disk.
    private const long SharedStringsInMemory = 64L << 20;

    // The largest whole number of which Excel keeps every digit.
    private const double LargestExact = 1e15;

    private readonly IEnumerator<IDictionary<string, object?>> rows;
    private readonly Stream? owned;
    private readonly MemoryStream bytes = new();
    private readonly List<int> ends = [];
    private int line;
    private bool headingRead;

    /// <param name="stream">A seekable stream; stays open.</param>
    /// <param name="file">The name that errors call it by.</param>
    /// <param name="owned">Closed with the table, if given.</param>
    public WorkbookTable(Stream stream, string file, Stream? owned)
        : base(file)
    {
        this.owned = owned;
        WorkbookLimits.Check(stream, file);
        stream.Position = 0;
        var configuration = new OpenXmlConfiguration { SharedStringCacheSize = SharedStringsInMemory };
        rows = Guarded(() => MiniExcel
            .Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX, configuration: configuration)
            .Cast<IDictionary<string, object?>>()
            .GetEnumerator());
    }

    public override int Line => line;

    public override int FieldCount => ends.Count;

    public override bool HasLostCharacters => Bytes(0, ends.Count == 0 ? 0 : ends[^1]).IndexOf(CellText.Lost) >= 0;

    public override ReadOnlySpan<byte> Field(int index) => Bytes(index == 0 ? 0 : ends[index - 1], ends[index]);

    protected override bool Advance()
    {
        if (!Guarded(rows.MoveNext))
            return false;
        if (++line > RegistryLimits.MaxSheetRows)
            throw WorkbookLimits.TooLarge(File, $"more than {RegistryLimits.MaxSheetRows} rows");
        var cells = rows.Current;
        if (cells.Count > RegistryLimits.MaxColumns)
            throw WorkbookLimits.TooLarge(File, $"{cells.Count} columns, where {RegistryLimits.MaxColumns} are the most,");
        Keep(cells);
        HadRows |= headingRead;
        headingRead = true;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        rows.Dispose();
        bytes.Dispose();
        owned?.Dispose();
    }

    private void Keep(IDictionary<string, object?> cells)
    {
        bytes.SetLength(0);
        ends.Clear();
        foreach (var (_, value) in cells)
        {
            bytes.Write(Encoding.UTF8.GetBytes(TextOf(value)));
            ends.Add((int)bytes.Length);
        }
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < LargestExact => number.ToString("0.##########", CultureInfo.InvariantCulture),
        double number => number.ToString("E14", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private ReadOnlySpan<byte> Bytes(int start, int end) => bytes.GetBuffer().AsSpan(start, end - start);

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw WorkbookLimits.Damaged(File, e);
        }
    }

    // MiniExcel names no exceptions of its own for workbooks that contradict themselves: these are what they end in.
    private static bool IsDamage(Exception e) =>
        e is IOException or InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException
            or InvalidOperationException or InvalidCastException or NotSupportedException or KeyNotFoundException
            or NullReferenceException or IndexOutOfRangeException;
}

using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Inspection.App.Directory;

internal enum FileContentKind
{
    Utf8,
    Gb18030,
    Workbook,
}

/// <summary>
/// What a registry file is, told by its bytes and never by its name. A file that is UTF-8 from the first byte to the last
/// is read so; any other text is GB18030, which GBK and GB2312 are part of. What is neither text nor a workbook is refused
/// by name.
/// </summary>
internal static class FileContent
{
    private const int ChunkBytes = 64 << 10;

    /// <summary>
    /// So many bytes beyond ASCII in front of the first one that UTF-8 does not allow cannot be GB18030 by chance: the file
    /// is UTF-8, and damaged. Reading it as GB18030 would turn every name into other characters without an error.
    /// </summary>
    private const int DamagedUtf8Bytes = 100;

    private static readonly (byte[] Start, string What)[] Foreign =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "an old Excel workbook (.xls) or one with a password; save it as .xlsx without a password, or as CSV"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image; give a CSV file or an Excel workbook (.xlsx)"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image; give a CSV file or an Excel workbook (.xlsx)"),
        ("GIF8"u8.ToArray(), "a GIF image; give a CSV file or an Excel workbook (.xlsx)"),
        ("%PDF"u8.ToArray(), "a PDF document; give a CSV file or an Excel workbook (.xlsx)"),
        ("Rar!"u8.ToArray(), "a RAR archive; unpack it and give the file inside"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive; unpack it and give the file inside"),
        ([0x1F, 0x8B], "a gzip archive; unpack it and give the file inside"),
        ([0xFF, 0xFE], "UTF-16 text; save it as \"CSV UTF-8\" or as .xlsx"),
        ([0xFE, 0xFF], "UTF-16 text; save it as \"CSV UTF-8\" or as .xlsx"),
    ];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a seekable stream from its beginning and leaves it there.</summary>
    /// <exception cref="UnreadableFileException">The file is empty, or neither text nor a workbook.</exception>
    public static FileContentKind Detect(Stream stream, string file)
    {
        stream.Position = 0;
        var buffer = new byte[ChunkBytes];
        var start = buffer.AsSpan(0, stream.ReadAtLeast(buffer, ChunkBytes, throwOnEndOfStream: false));
        RefuseForeign(start, file);
        var kind = start.StartsWith("PK"u8) && start.Length > 3 && start[2] < 9
            ? FileContentKind.Workbook
            : DetectText(stream, buffer, start.StartsWith(ByteOrderMark), file);
        stream.Position = 0;
        return kind;
    }

    private static void RefuseForeign(ReadOnlySpan<byte> start, string file)
    {
        foreach (var (mark, what) in Foreign)
        {
            if (start.StartsWith(mark))
                throw new UnreadableFileException(file, $"this is {what}");
        }

        var text = CellText.TrimAscii(start.StartsWith(ByteOrderMark) ? start[ByteOrderMark.Length..] : start);
        if (text.IsEmpty && start.Length < ChunkBytes)
            throw new UnreadableFileException(file, "the file is empty; give a CSV file or an Excel workbook (.xlsx)");
        if (!text.IsEmpty && text[0] == '<')
        {
            throw new UnreadableFileException(
                file, "this is HTML or XML, which some systems export as .xls; open it in Excel and save it as .xlsx or CSV");
        }
    }

    private static FileContentKind DetectText(Stream stream, byte[] buffer, bool marked, string file)
    {
        stream.Position = 0;
        var (carried, lines, beyondAscii) = (0, 1L, 0L);
        var badLine = 0L;
        int read;
        while ((read = stream.Read(buffer, carried, buffer.Length - carried)) > 0)
        {
            var fresh = buffer.AsSpan(carried, read);
            if (fresh.Contains((byte)0))
                throw new UnreadableFileException(file, "this is binary data; give a CSV file or an Excel workbook (.xlsx)");
            if (badLine > 0)
                continue;
            var chunk = buffer.AsSpan(0, carried + read);
            var whole = ValidLength(chunk, out var isBad);
            lines += chunk[..whole].Count((byte)'\n');
            beyondAscii += CountBeyondAscii(chunk[..whole], beyondAscii);
            if (isBad)
                (badLine, carried) = (lines, 0);
            else
                carried = chunk.Length - whole;
            if (carried > 0)
                chunk[whole..].CopyTo(buffer);
        }

        if (badLine == 0 && carried > 0)
            badLine = lines;
        if (badLine > 0 && (marked || beyondAscii >= DamagedUtf8Bytes))
        {
            throw new UnreadableFileException(
                file, $"the file is UTF-8, but the bytes in line {badLine} are not; it is damaged or cut off: save it again");
        }

        return badLine > 0 ? FileContentKind.Gb18030 : FileContentKind.Utf8;
    }

    /// <summary>How many bytes are valid UTF-8; those of a character that the chunk's end cuts in two are not counted.</summary>
    private static int ValidLength(ReadOnlySpan<byte> chunk, out bool isBad)
    {
        var end = chunk.Length;
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var b = chunk[^back];
            if (b < 0x80)
                break;
            if (b >= 0xC0)
            {
                end = chunk.Length - back;
                break;
            }
        }

        // The last character is judged here only when it is whole.
        if (end < chunk.Length && Rune.DecodeFromUtf8(chunk[end..], out _, out _) != OperationStatus.NeedMoreData)
            end = chunk.Length;
        isBad = !Utf8.IsValid(chunk[..end]);
        return isBad ? FirstBad(chunk[..end]) : end;
    }

    private static int FirstBad(ReadOnlySpan<byte> chunk)
    {
        var at = 0;
        while (at < chunk.Length
            && Rune.DecodeFromUtf8(chunk[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static long CountBeyondAscii(ReadOnlySpan<byte> chunk, long already)
    {
        if (already >= DamagedUtf8Bytes)
            return 0;
        var count = 0L;
        foreach (var b in chunk)
        {
            if (b >= 0x80)
                count++;
        }

        return count;
    }
}

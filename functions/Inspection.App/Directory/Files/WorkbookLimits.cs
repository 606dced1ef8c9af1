using System.IO.Compression;

namespace Inspection.App.Directory;

/// <summary>
/// Unpacks the XML parts of a workbook once, keeping nothing, before anything reads them for what they say: so a damaged
/// archive, a zip bomb and a cell of a gigabyte are met in constant memory. The sizes that an archive declares are not
/// trusted.
/// </summary>
internal static class WorkbookLimits
{
    private const int ChunkBytes = 64 << 10;
    private const string SharedStrings = "xl/sharedStrings.xml";

    /// <exception cref="UnreadableFileException">No workbook, a damaged one, or one beyond the limits.</exception>
    public static void Check(Stream stream, string file)
    {
        try
        {
            stream.Position = 0;
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > RegistryLimits.MaxWorkbookParts)
                throw TooLarge(file, $"more than {RegistryLimits.MaxWorkbookParts} parts");
            if (archive.GetEntry("xl/workbook.bin") is not null)
                throw new UnreadableFileException(file, "this is a binary Excel workbook (.xlsb); save it as .xlsx or CSV");
            if (archive.GetEntry("xl/workbook.xml") is null)
            {
                throw new UnreadableFileException(
                    file, "this is a ZIP archive but no Excel workbook; give a CSV file or an Excel workbook (.xlsx)");
            }

            CheckParts(archive, file);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException)
        {
            throw Damaged(file, e);
        }
    }

    public static UnreadableFileException Damaged(string file, Exception cause) =>
        new(file, "this is a damaged or cut-off Excel workbook; save it again in Excel, or as CSV", cause);

    public static UnreadableFileException TooLarge(string file, string what) =>
        new(file, $"this Excel workbook holds {what}; save the table alone as a new workbook, or as CSV");

    private static void CheckParts(ZipArchive archive, string file)
    {
        var buffer = new byte[ChunkBytes];
        var left = RegistryLimits.MaxWorkbookBytes;
        foreach (var entry in archive.Entries)
        {
            // Pictures and the like are never unpacked by the reader either.
            if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var limit = entry.FullName.Equals(SharedStrings, StringComparison.OrdinalIgnoreCase)
                ? Math.Min(left, RegistryLimits.MaxSharedStringsBytes)
                : left;
            left -= Unpack(entry, buffer, limit, file);
        }
    }

    private static long Unpack(ZipArchiveEntry entry, byte[] buffer, long limit, string file)
    {
        using var part = entry.Open();
        var (total, sinceTag) = (0L, 0L);
        int read;
        while ((read = part.Read(buffer)) > 0)
        {
            total += read;
            if (total > limit)
                throw TooLarge(file, $"more than {limit >> 20} MiB once unpacked");
            var chunk = buffer.AsSpan(0, read);
            int tag;
            while ((tag = chunk.IndexOf((byte)'<')) >= 0)
            {
                Refuse(sinceTag + tag, file);
                chunk = chunk[(tag + 1)..];
                sinceTag = 0;
            }

            sinceTag += chunk.Length;
            Refuse(sinceTag, file);
        }

        return total;
    }

    private static void Refuse(long run, string file)
    {
        if (run > RegistryLimits.MaxXmlRunBytes)
            throw TooLarge(file, $"a cell of more than {RegistryLimits.MaxXmlRunBytes >> 10} KiB");
    }
}

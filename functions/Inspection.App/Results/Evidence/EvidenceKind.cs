using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Inspection.App.Results;

/// <summary>
/// The kinds of files that are taken as evidence, told by their content, whatever name or type the sender gave: photos as
/// phones make them, PDF, and the Word and Excel files that records and lists are kept in (those without macros).
/// </summary>
internal sealed record EvidenceKind(string Extension, string MediaType)
{
    public const string Wanted = "a photo (JPEG, PNG, WebP, HEIC), a PDF, or a Word or Excel file without macros (.docx, .xlsx)";

    private const int StartLength = 64;

    private static readonly EvidenceKind Jpeg = new("jpg", "image/jpeg");
    private static readonly EvidenceKind Png = new("png", "image/png");
    private static readonly EvidenceKind Webp = new("webp", "image/webp");
    private static readonly EvidenceKind Heic = new("heic", "image/heic");
    private static readonly EvidenceKind Pdf = new("pdf", "application/pdf");
    private static readonly EvidenceKind Word = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static readonly EvidenceKind Excel = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static readonly EvidenceKind[] All = [Jpeg, Png, Webp, Heic, Pdf, Word, Excel];

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis"];

    /// <summary>The kind of what was taken before.</summary>
    public static EvidenceKind Of(string mediaType) => All.Single(kind => kind.MediaType == mediaType);

    /// <summary>The kind of a file, or null where it is none of those that are taken. The stream can be sought.</summary>
    public static EvidenceKind? Detect(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Span<byte> buffer = stackalloc byte[StartLength];
        content.Position = 0;
        var start = buffer[..content.ReadAtLeast(buffer, StartLength, throwOnEndOfStream: false)];
        return start switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] => DetectOffice(content),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => IsHeic(start) ? Heic : null,
            _ => null,
        };
    }

    /// <summary>ISO 14496-12, section 4.3: size, 'ftyp', major brand, version, compatible brands of four bytes each.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> start)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(start), (uint)start.Length);
        for (var at = 8; at + 4 <= end; at += at == 8 ? 8 : 4)
        {
            if (HeicBrands.Contains(Encoding.ASCII.GetString(start.Slice(at, 4))))
                return true;
        }

        return false;
    }

    /// <summary>ECMA-376 part 2: a ZIP archive whose main part tells what it is. Only its list of files is read.</summary>
    private static EvidenceKind? DetectOffice(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Select(static entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(static name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return null;
            return names.Contains("word/document.xml") ? Word : names.Contains("xl/workbook.xml") ? Excel : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

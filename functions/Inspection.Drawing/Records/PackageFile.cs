using System.IO.Compression;

namespace Inspection.Drawing;

/// <summary>
/// <c>package.zip</c> and <c>open.zip</c> (<c>PROTOCOL.md</c> section 8): a zip archive of exactly the named files. The
/// entries carry the notice's time, so the same draw gives the same archive.
/// </summary>
public static class PackageFile
{
    /// <summary>The key's file name in a package.</summary>
    public const string DrawKeyName = "draw-key.txt";

    internal static IReadOnlyList<string> AuditorEntries { get; } =
    [
        Notice.FileName, RosterFile.Name, ExclusionList.FileName, InspectorList.FileName, EntropyEvidence.FileName,
        DrawKeyName, DrawRecord.FileName, TeamRecord.FileName,
    ];

    internal static IReadOnlyList<string> OpenEntries { get; } =
        [Notice.FileName, RosterFile.Name, EntropyEvidence.FileName, DrawKeyName, DrawRecord.FileName];

    // The longest roster: 50,000,000 rows of 18 + 1 + 8 + 1 bytes, and a header.
    private const long MaxEntryBytes = 1_500_000_000;

    /// <summary>Reads the files of a package by name, without looking into them.</summary>
    /// <exception cref="ProtocolException">
    /// The stream is no zip archive, is cut off, lacks a file, or holds one that the protocol does not name.
    /// </exception>
    public static IReadOnlyDictionary<string, byte[]> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var files = new Dictionary<string, byte[]>();
            foreach (var entry in archive.Entries)
            {
                if (!AuditorEntries.Contains(entry.FullName))
                    throw new ProtocolException($"the package holds '{entry.FullName}', which the protocol does not name");
                if (!files.TryAdd(entry.FullName, ReadEntry(entry)))
                    throw new ProtocolException($"the package holds {entry.FullName} twice");
            }

            var missing = OpenEntries.Where(name => !files.ContainsKey(name)).ToArray();
            if (missing.Length > 0)
                throw new ProtocolException($"the package lacks {string.Join(", ", missing)}");
            var auditorsOnly = AuditorEntries.Except(OpenEntries).ToArray();
            if (auditorsOnly.Any(files.ContainsKey) && !auditorsOnly.All(files.ContainsKey))
                throw new ProtocolException($"the package lacks {string.Join(", ", auditorsOnly.Where(name => !files.ContainsKey(name)))}");
            return files;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new ProtocolException($"the package is no whole zip archive ({e.Message.TrimEnd('.')}); fetch it again", e);
        }
    }

    internal static void Write(Stream stream, Draw draw, IReadOnlyList<string> names)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in names)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = draw.Notice.Terms.CommittedAt;
            using var content = entry.Open();
            WriteEntry(name, draw, content);
        }
    }

    private static void WriteEntry(string name, Draw draw, Stream content)
    {
        switch (name)
        {
            case Notice.FileName:
                content.Write(draw.Notice.File.Span);
                break;
            case RosterFile.Name:
                RosterFile.Write(draw.Materials.Roster, content);
                break;
            case ExclusionList.FileName:
                content.Write(draw.Materials.Excluded.File.Span);
                break;
            case InspectorList.FileName:
                content.Write(draw.Materials.Inspectors.File.Span);
                break;
            case EntropyEvidence.FileName:
                content.Write(draw.Record.Entropy.ToFile());
                break;
            case DrawKeyName:
                content.Write(draw.Materials.Key.ToText());
                break;
            case DrawRecord.FileName:
                content.Write(draw.RecordFile.Span);
                break;
            case TeamRecord.FileName:
                content.Write(draw.TeamsFile.Span);
                break;
            default:
                throw new ArgumentException($"the protocol names no file '{name}'", nameof(name));
        }
    }

    /// <summary>Reads an entry, however long it claims to be, but never more than the longest roster.</summary>
    private static byte[] ReadEntry(ZipArchiveEntry entry)
    {
        if (entry.Length > MaxEntryBytes)
            throw new ProtocolException($"{entry.FullName} claims {entry.Length} bytes; a package's file has at most {MaxEntryBytes}");
        using var content = entry.Open();
        using var bytes = new MemoryStream((int)Math.Min(entry.Length, 1 << 20));
        var buffer = new byte[1 << 16];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if (bytes.Length + read > entry.Length)
                throw new ProtocolException($"{entry.FullName} is longer than the {entry.Length} bytes that the archive claims");
            bytes.Write(buffer, 0, read);
        }

        if (bytes.Length < entry.Length)
            throw new ProtocolException($"{entry.FullName} ends after {bytes.Length} bytes; the archive claims {entry.Length}");
        return bytes.ToArray();
    }
}

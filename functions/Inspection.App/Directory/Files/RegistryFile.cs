using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>Opens a registry file, from a path or from any stream, as a table.</summary>
internal static class RegistryFile
{
    private const int BufferBytes = 64 << 10;

    /// <summary>Opens a file of the disk.</summary>
    /// <exception cref="UnreadableFileException">It is missing, a directory, or not to be read.</exception>
    public static Stream OpenPath(string path)
    {
        if (System.IO.Directory.Exists(path))
            throw new UnreadableFileException(path, "this is a directory; give a CSV file or an Excel workbook (.xlsx) in it");
        try
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableFileException(path, "there is no such file; check the name and the directory", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnreadableFileException(path, "this file may not be read; check its permissions", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableFileException(path, $"the file cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>
    /// Opens a stream as a table. The stream stays open and the caller's; a seekable one is read from its beginning.
    /// </summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="file">The name that errors call it by.</param>
    /// <param name="reject">Told of rows that break the file's form.</param>
    /// <exception cref="UnreadableFileException">The file is no table.</exception>
    public static Table OpenTable(Stream stream, string file, Action<RejectedRow> reject)
    {
        var copy = stream.CanSeek ? null : Copy(stream, file);
        Table? table = null;
        try
        {
            var input = copy ?? stream;
            if (input.Length > RegistryLimits.MaxFileBytes)
                throw TooLarge(file);
            var kind = FileContent.Detect(input, file);
            return table = kind == FileContentKind.Workbook
                ? new WorkbookTable(input, file, copy)
                : new CsvTable(input, file, kind, reject, copy);
        }
        finally
        {
            if (table is null)
                copy?.Dispose();
        }
    }

    // The encoding is known only once the whole file was seen, so what can be read only once is kept on disk meanwhile.
    private static FileStream Copy(Stream stream, string file)
    {
        var copy = TemporaryFile.Create();
        var isWhole = false;
        try
        {
            var buffer = new byte[BufferBytes];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (copy.Length + read > RegistryLimits.MaxFileBytes)
                    throw TooLarge(file);
                copy.Write(buffer.AsSpan(0, read));
            }

            isWhole = true;
            return copy;
        }
        finally
        {
            if (!isWhole)
                copy.Dispose();
        }
    }

    private static UnreadableFileException TooLarge(string file) =>
        new(file, $"the file is larger than {RegistryLimits.MaxFileBytes >> 30} GiB; split it");
}

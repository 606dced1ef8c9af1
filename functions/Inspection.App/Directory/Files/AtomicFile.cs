namespace Inspection.App.Directory;

/// <summary>
/// Writes a file so that its name always stands for a whole one: into a temporary file beside it, which takes the name
/// only when everything is on disk. Whatever goes wrong before leaves an older file as it was.
/// </summary>
internal static class AtomicFile
{
    private const int BufferBytes = 64 << 10;

    /// <param name="path">The file's name.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="isSecret">Whether only its owner may read it, where the system knows owners.</param>
    public static void Write(string path, Action<Stream> write, bool isSecret = false)
    {
        var full = Path.GetFullPath(path);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        var isDone = false;
        try
        {
            using (var stream = new FileStream(temporary, Options(FileMode.CreateNew, isSecret)))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
            isDone = true;
        }
        finally
        {
            if (!isDone)
                File.Delete(temporary);
        }
    }

    /// <summary>How a file is opened to be written, by its owner only where it is secret.</summary>
    public static FileStreamOptions Options(FileMode mode, bool isSecret)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = BufferBytes,
        };
        if (isSecret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

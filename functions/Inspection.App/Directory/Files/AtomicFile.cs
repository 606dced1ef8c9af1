namespace Inspection.App.Directory;

/// <summary>
/// Writes a file so that its name always stands for a whole one: into a temporary file beside it, which takes the name
/// only when everything is on disk. Whatever goes wrong before leaves an older file as it was.
/// </summary>
internal static class AtomicFile
{
    private const int BufferBytes = 64 << 10;

    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        var isDone = false;
        try
        {
            using (var stream = new FileStream(
                temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes))
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
}

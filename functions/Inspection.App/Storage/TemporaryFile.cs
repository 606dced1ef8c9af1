namespace Inspection.App.Storage;

/// <summary>A file for what is too large for memory or can be read only once. It is nobody else's, and goes when it is closed.</summary>
internal static class TemporaryFile
{
    private const int BufferBytes = 64 << 10;

    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"inspection-{Guid.NewGuid():N}.tmp"),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        BufferBytes,
        FileOptions.DeleteOnClose);
}

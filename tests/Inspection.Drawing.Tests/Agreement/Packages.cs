namespace Inspection.Drawing.Tests.Agreement;

/// <summary>Packages in memory.</summary>
internal static class Packages
{
    /// <summary>The files of a package by name, through the archive that the library writes.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(Action<Stream> write) =>
        PackageFile.Read(new MemoryStream(Archive(write)));

    public static byte[] Archive(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}

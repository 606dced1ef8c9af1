namespace Inspection.App.Tests.Storage;

/// <summary>A folder of one test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder(string path) : IDisposable
{
    public TemporaryFolder()
        : this(System.IO.Directory.CreateTempSubdirectory("inspection-").FullName)
    {
    }

    public string Path { get; } = path;

    public void Dispose()
    {
        if (System.IO.Directory.Exists(Path))
            System.IO.Directory.Delete(Path, recursive: true);
    }
}

namespace Inspection.App.Tests.Storage;

/// <summary>A folder of one test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("inspection-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}

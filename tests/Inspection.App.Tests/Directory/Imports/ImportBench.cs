using System.Text;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Directory;

/// <summary>The directories and their imports on an embedded store of one test's own, without the service around them.</summary>
internal sealed class ImportBench : IDisposable
{
    private readonly TemporaryFolder folder;
    private readonly SqliteTableStore sqlite;
    private readonly FileBlobStore blobs;
    private readonly ImportDesk desk;

    public ImportBench(TemporaryFolder? shared = null, TimeProvider? time = null)
    {
        folder = shared ?? new TemporaryFolder();
        var clock = time ?? Time;
        sqlite = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), clock);
        blobs = new FileBlobStore(Path.Combine(folder.Path, "blobs"), clock);
        Tables = new CountingStore(sqlite);
        Enterprises = new EnterpriseStore(Tables);
        Inspectors = new InspectorStore(Tables);
        Items = new CheckItemStore(Tables);
        Imports = new ImportStore(Tables);
        IDirectoryFiles[] files = [new EnterpriseFiles(Enterprises), new InspectorFiles(Inspectors, clock), new ItemFiles(Items)];
        Files = files;
        Runner = new ImportRunner(Imports, files, blobs, Tables, clock);
        Resume = new ResumeImports(Imports, Runner, files);
        desk = new ImportDesk(Imports, blobs, new ImportQueue(), clock);
    }

    public static Actor Administrator { get; } = new("zhang.san", [Role.Administrator], "");

    public ManualTime Time { get; } = new();

    public CountingStore Tables { get; }

    public EnterpriseStore Enterprises { get; }

    public InspectorStore Inspectors { get; }

    public CheckItemStore Items { get; }

    public ImportStore Imports { get; }

    public IReadOnlyList<IDirectoryFiles> Files { get; }

    public ImportRunner Runner { get; }

    public ResumeImports Resume { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        sqlite.Dispose();
        blobs.Dispose();
        folder.Dispose();
    }

    public Task<ImportJob> ImportAsync(string directory, string text, bool dryRun = false) =>
        ImportAsync(directory, Encoding.UTF8.GetBytes(text), dryRun);

    /// <summary>Takes a file in and does the import to its end.</summary>
    public async Task<ImportJob> ImportAsync(string directory, byte[] bytes, bool dryRun = false)
    {
        var job = (await AcceptAsync(directory, bytes, dryRun)).Value;
        await Runner.RunAsync(job, Cancellation);
        return await ReadAsync(job);
    }

    public Task<Outcome<ImportJob>> AcceptAsync(string directory, byte[] bytes, bool dryRun = false) =>
        desk.AcceptAsync(directory, Registry.FileName, new MemoryStream(bytes), dryRun, Administrator, Cancellation);

    public async Task<ImportJob> ReadAsync(ImportJob job) => (await Imports.GetAsync(job.Id, Cancellation))!;

    /// <summary>The bad rows as their sender gets them.</summary>
    public async Task<string> ErrorsAsync(ImportJob job)
    {
        using var blob = (await blobs.GetAsync(job.ErrorsBlob, Cancellation))!;
        using var reader = new StreamReader(blob.Content);
        return await reader.ReadToEndAsync(Cancellation);
    }

    /// <summary>All of a directory as its export writes it, by row.</summary>
    public async Task<List<string>> RowsAsync(string directory) => await Files
        .Single(files => files.Directory == directory)
        .RowsAsync(Cancellation).Select(SpreadsheetCsv.Line).Order().ToListAsync(Cancellation);

    /// <summary>What an export answers with.</summary>
    public async Task<string> ExportAsync(string directory)
    {
        var columns = Files.Single(files => files.Directory == directory).Columns;
        return string.Join("\r\n", (await RowsAsync(directory)).Prepend(SpreadsheetCsv.Line(DirectoryRows.Headings(columns))));
    }
}

using Inspection.App.Demonstration;
using Inspection.App.Security;

namespace Inspection.App.Directory;

/// <summary>The directories of the demonstration: the starter catalogue, and the sample registry as its files would be imported.</summary>
internal sealed class SampleDirectories(
    IEnumerable<IDirectoryFiles> directories, EnterpriseStore enterprises, InspectorStore inspectors, CheckItemStore items, ImportStore imports,
    StarterCatalogue catalogue, TimeProvider clock)
    : IDemonstrationPart
{
    public const int Enterprises = 3000;
    public const int Inspectors = 60;

    private const ulong Seed = 1;

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        foreach (var directory in directories)
        {
            if (await imports.LastAsync(directory.Directory, cancellation) is not null)
                return false;
        }

        return !await enterprises.ListAsync(cancellation).AnyAsync(cancellation)
            && !await inspectors.ScanAsync(cancellation).AnyAsync(cancellation)
            && !await items.ScanAsync(cancellation).AnyAsync(cancellation);
    }

    public async Task FillAsync(CancellationToken cancellation)
    {
        await catalogue.LoadAsync(cancellation);
        await items.RepairPublicAsync(cancellation);
        var sample = new SampleEnterprises(Seed);
        await PutAsync("enterprises", SampleEnterprises.Heading, Enterprises, sample.WriteRow, cancellation);
        await PutAsync("inspectors", SampleInspectors.Heading, Inspectors, new SampleInspectors(Seed, sample, Enterprises).WriteRow, cancellation);
    }

    /// <summary>Checked against what is there, as every file is: after a crash only the rest is written.</summary>
    private async Task PutAsync(string directory, string heading, int count, Action<TextWriter, int> writeRow, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        SampleRegistry.WriteTable(file, heading, count, writeRow, null, cancellation);
        file.Position = 0;
        var import = new ImportJob
        {
            Id = "demonstration",
            Directory = directory,
            FileName = $"{directory}.csv",
            DryRun = false,
            StartedBy = Actor.CommandLine.Name,
            StartedAt = clock.GetUtcNow(),
        };
        var found = await directories.Single(files => files.Directory == directory).CheckAsync(file, import, Refuse, cancellation);
        await found.WriteAsync(static _ => Task.CompletedTask, cancellation);
    }

    private static void Refuse(RejectedRow row) =>
        throw new InvalidOperationException($"the sample's {row.File}, line {row.Line}: {row.Column} {row.Problem}");
}

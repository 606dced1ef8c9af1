namespace Inspection.App.Directory;

/// <summary>
/// The job that goes on with imports which a process left behind. Safe to run at any time and twice at once: an import
/// that another process is at stays that one's.
/// </summary>
internal sealed class ResumeImports(ImportStore imports, ImportRunner runner, IEnumerable<IDirectoryFiles> directories)
{
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        foreach (var directory in directories)
        {
            if (await imports.LastAsync(directory.Directory, cancellation) is { IsFinished: false } job)
                await runner.RunAsync(job, cancellation);
        }
    }
}

namespace Inspection.App.Directory;

/// <summary>An import as its sender sees it.</summary>
public sealed record ImportView(
    string Id,
    string Directory,
    string FileName,
    bool DryRun,
    ImportState State,
    int Processed,
    int Total,
    ImportCounts Counts,
    int Errors,
    string? Problem,
    string StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    ImportLinks Links)
{
    internal static ImportView Of(ImportJob job) => new(
        job.Id,
        job.Directory,
        job.FileName,
        job.DryRun,
        job.State,
        job.Processed,
        job.Total,
        job.Counts,
        job.BadRows,
        job.Problem.Length == 0 ? null : job.Problem,
        job.StartedBy,
        job.StartedAt,
        job.FinishedAt,
        new ImportLinks(Address(job), job.BadRows == 0 ? null : $"{Address(job)}/errors"));

    internal static string Address(ImportJob job) => $"/api/v1/imports/{job.Id}";
}

/// <summary>Where the rest of an import is.</summary>
/// <param name="Self">The import itself.</param>
/// <param name="Errors">Its bad rows with a column 错误信息, to mend and send again; null where there are none.</param>
public sealed record ImportLinks(string Self, string? Errors);

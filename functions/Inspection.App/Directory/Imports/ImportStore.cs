using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>
/// The imports, and for each directory which import it is busy with: the row that an import must take before it counts.
/// </summary>
public sealed class ImportStore(ITableStore tables)
{
    private const string Table = "imports";
    private const string Jobs = "import";
    private const string Current = "current";
    private const string CurrentId = nameof(CurrentId);

    public async Task<ImportJob?> GetAsync(string id, CancellationToken cancellation = default) =>
        EntityRules.IsKey(id) && await tables.GetAsync(Table, Jobs, id, cancellation) is { } entity ? Read(entity) : null;

    /// <summary>The last import of a directory, finished or not; null where there was none.</summary>
    public async Task<ImportJob?> LastAsync(string directory, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, Current, directory, cancellation) is { } row
            ? await GetAsync(row.GetString(CurrentId), cancellation)
            : null;

    /// <summary>Makes this the import that its directory is busy with; false where another one is and has not ended.</summary>
    internal async Task<bool> TryBeginAsync(ImportJob job, CancellationToken cancellation)
    {
        // The job first: a claim never names a job that is not there.
        await tables.InsertAsync(Table, Entity(job), cancellation);
        var claim = new TableEntity(Current, job.Directory) { [CurrentId] = job.Id };
        var held = await tables.GetAsync(Table, Current, job.Directory, cancellation);
        var isFree = held is null || await GetAsync(held.GetString(CurrentId), cancellation) is null or { IsFinished: true };
        if (isFree && await ClaimAsync(claim, held, cancellation))
            return true;
        await tables.DeleteAsync(Table, Jobs, job.Id, cancellation);
        return false;
    }

    /// <summary>Writes how far the import is, and gives it with its new ETag.</summary>
    /// <exception cref="OperationCanceledException">Another process has taken the import over.</exception>
    internal async Task<ImportJob> SaveAsync(ImportJob job, CancellationToken cancellation)
    {
        var result = await tables.ReplaceAsync(Table, Entity(job), job.ETag, cancellation);
        return result.Done
            ? job with { ETag = result.ETag }
            : throw new OperationCanceledException($"import {job.Id} was taken over by another process");
    }

    private async Task<bool> ClaimAsync(TableEntity claim, TableEntity? held, CancellationToken cancellation)
    {
        var result = held is null
            ? await tables.InsertAsync(Table, claim, cancellation)
            : await tables.ReplaceAsync(Table, claim, held.ETag, cancellation);
        return result.Done;
    }

    private static TableEntity Entity(ImportJob job) => new(Jobs, job.Id)
    {
        [nameof(ImportJob.Directory)] = job.Directory,
        [nameof(ImportJob.FileName)] = job.FileName,
        [nameof(ImportJob.DryRun)] = job.DryRun,
        [nameof(ImportJob.StartedBy)] = job.StartedBy,
        [nameof(ImportJob.StartedAt)] = job.StartedAt,
        [nameof(ImportJob.State)] = job.State.ToString(),
        [nameof(ImportJob.Processed)] = job.Processed,
        [nameof(ImportJob.Total)] = job.Total,
        [nameof(ImportCounts.New)] = job.Counts.New,
        [nameof(ImportCounts.Changed)] = job.Counts.Changed,
        [nameof(ImportCounts.Unchanged)] = job.Counts.Unchanged,
        [nameof(ImportCounts.Missing)] = job.Counts.Missing,
        [nameof(ImportJob.BadRows)] = job.BadRows,
        [nameof(ImportJob.Problem)] = job.Problem,
        [nameof(ImportJob.FinishedAt)] = job.FinishedAt,
        [nameof(ImportJob.Attempts)] = job.Attempts,
    };

    private static ImportJob Read(TableEntity entity)
    {
        return new ImportJob
        {
            Id = entity.RowKey,
            Directory = entity.GetString(nameof(ImportJob.Directory)),
            FileName = entity.GetString(nameof(ImportJob.FileName)),
            DryRun = entity.GetBoolean(nameof(ImportJob.DryRun))!.Value,
            StartedBy = entity.GetString(nameof(ImportJob.StartedBy)),
            StartedAt = entity.GetDateTimeOffset(nameof(ImportJob.StartedAt))!.Value,
            State = Enum.Parse<ImportState>(entity.GetString(nameof(ImportJob.State))),
            Processed = Number(nameof(ImportJob.Processed)),
            Total = Number(nameof(ImportJob.Total)),
            Counts = new ImportCounts(
                Number(nameof(ImportCounts.New)),
                Number(nameof(ImportCounts.Changed)),
                Number(nameof(ImportCounts.Unchanged)),
                Number(nameof(ImportCounts.Missing))),
            BadRows = Number(nameof(ImportJob.BadRows)),
            Problem = entity.GetString(nameof(ImportJob.Problem)),
            FinishedAt = entity.GetDateTimeOffset(nameof(ImportJob.FinishedAt)),
            Attempts = Number(nameof(ImportJob.Attempts)),
            ETag = entity.ETag,
        };

        int Number(string column) => entity.GetInt32(column)!.Value;
    }
}

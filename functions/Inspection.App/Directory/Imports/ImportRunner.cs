using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>
/// Does an import: checks the whole file, and writes only where every row passes. One process at a time works at a
/// directory. An import that was cut off at any point is simply done again: what is written already is then unchanged.
/// </summary>
internal sealed class ImportRunner(
    ImportStore imports, IEnumerable<IDirectoryFiles> directories, IBlobStore blobs, ITableStore tables, TimeProvider time)
{
    private const int MostAttempts = 10;

    /// <summary>Does the import unless it has ended or another process is at it.</summary>
    public async Task RunAsync(ImportJob job, CancellationToken cancellation = default) =>
        await LeasedWork.TryRunAsync(
            tables, time, $"import-{job.Directory}", token => RunAloneAsync(job.Id, token), cancellation);

    private async Task RunAloneAsync(string id, CancellationToken cancellation)
    {
        // Read again: it may have ended between the caller's look and the lease.
        if (await imports.GetAsync(id, cancellation) is not { IsFinished: false } job)
            return;
        if (job.Attempts == MostAttempts)
        {
            await FinishAsync(job with { Problem = "it failed again and again; see the log" }, ImportState.Failed, cancellation);
            return;
        }

        var isResumed = job.State == ImportState.Writing;
        var state = isResumed ? ImportState.Writing : ImportState.Checking;
        job = await imports.SaveAsync(job with { State = state, Attempts = job.Attempts + 1 }, cancellation);
        using var upload = await blobs.GetAsync(job.UploadBlob, cancellation)
            ?? throw new InvalidOperationException($"the upload of import {job.Id} is gone");
        await using var file = await SeekableAsync(upload.Content, cancellation);
        try
        {
            await CheckAndWriteAsync(job, isResumed, file, cancellation);
        }
        catch (UnreadableFileException unreadable)
        {
            await FinishAsync(job with { Problem = unreadable.Message }, ImportState.Unreadable, cancellation);
        }
    }

    private async Task CheckAndWriteAsync(ImportJob job, bool isResumed, Stream file, CancellationToken cancellation)
    {
        var directory = directories.Single(known => known.Directory == job.Directory);
        var problems = new ProblemLines(directory.Columns);
        var found = await directory.CheckAsync(file, job, problems.Add, cancellation);
        if (problems.Count > 0)
        {
            await ReturnRowsAsync(job, file, problems, cancellation);
            await FinishAsync(job with { BadRows = problems.Count }, ImportState.Rejected, cancellation);
            return;
        }

        // What was counted before the first row was written stays; what is left now is the rest of it.
        var left = found.Counts.New + found.Counts.Changed;
        job = isResumed
            ? job with { Processed = job.Total - left }
            : job with { Counts = found.Counts, Total = left };
        if (job.DryRun)
        {
            await FinishAsync(job, ImportState.Checked, cancellation);
            return;
        }

        job = await imports.SaveAsync(job with { State = ImportState.Writing }, cancellation);
        await found.WriteAsync(
            async rows => job = await imports.SaveAsync(job with { Processed = job.Processed + rows }, cancellation),
            cancellation);
        await FinishAsync(job, ImportState.Done, cancellation);
    }

    private Task<ImportJob> FinishAsync(ImportJob job, ImportState state, CancellationToken cancellation) =>
        imports.SaveAsync(job with { State = state, FinishedAt = time.GetUtcNow() }, cancellation);

    private async Task ReturnRowsAsync(ImportJob job, Stream file, ProblemLines problems, CancellationToken cancellation)
    {
        await using var rows = TemporaryFile.Create();
        ReturnedRows.Write(file, job.FileName, problems.ByLine, rows);
        rows.Position = 0;
        await blobs.PutAsync(job.ErrorsBlob, rows, cancellation: cancellation);
    }

    // The file is read several times; what a blob store gives may be readable once only.
    private static async Task<Stream> SeekableAsync(Stream content, CancellationToken cancellation)
    {
        if (content.CanSeek)
            return content;
        var copy = TemporaryFile.Create();
        await content.CopyToAsync(copy, cancellation);
        return copy;
    }
}

using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>Takes files in: keeps the upload, then makes it the import that its directory is busy with.</summary>
internal sealed class ImportDesk(ImportStore imports, IBlobStore blobs, ImportQueue queue, TimeProvider time)
{
    private const int MaxFileName = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes a file in; refused while another import of the directory has not ended.</summary>
    public async Task<Outcome<ImportJob>> AcceptAsync(
        string directory, string fileName, Stream content, bool dryRun, Actor actor, CancellationToken cancellation = default)
    {
        if (await imports.LastAsync(directory, cancellation) is { IsFinished: false } busy)
            return Busy(directory, busy);
        var now = time.GetUtcNow();
        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(now).ToString("n"),
            Directory = directory,
            FileName = Named(fileName),
            DryRun = dryRun,
            StartedBy = actor.Name,
            StartedAt = now,
        };
        await blobs.PutAsync(job.UploadBlob, content, cancellation: cancellation);
        if (!await imports.TryBeginAsync(job, cancellation))
        {
            await blobs.DeleteAsync(job.UploadBlob, cancellation);
            return Busy(directory, await imports.LastAsync(directory, cancellation));
        }

        queue.Add(job);
        return (await imports.GetAsync(job.Id, cancellation))!;
    }

    /// <summary>The import once it has ended, or as it is after the time that a caller waits.</summary>
    public async Task<ImportJob> WaitAsync(ImportJob job, CancellationToken cancellation = default)
    {
        for (var looks = Patience / Look; looks > 0 && !job.IsFinished; looks--)
        {
            await Task.Delay(Look, time, cancellation);
            job = await imports.GetAsync(job.Id, cancellation) ?? job;
        }

        return job;
    }

    private static Refusal Busy(string directory, ImportJob? busy) => Refusal.Conflict(
        "import-running",
        $"another import of {directory} is at work"
            + (busy is null ? "" : $" (/api/v1/imports/{busy.Id}, {busy.FileName})")
            + "; wait until it has ended and send the file again");

    // The name is only shown.
    private static string Named(string fileName)
    {
        var name = CellText.Trim(Path.GetFileName(fileName.Replace('\\', '/')));
        name = string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(MaxFileName));
        return name.Length == 0 ? "file" : name;
    }
}

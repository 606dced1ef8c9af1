using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;

namespace Inspection.App.Storage.Embedded;

/// <summary>
/// Blobs as plain files under one folder, each under its own name. A put writes a file in <c>.tmp</c>, flushes it to the
/// disk and renames it into place: a reader, a killed process and a power cut meet the old file or the new one, whole.
/// </summary>
/// <remarks>
/// The ETag is made of the file's time and length. A put never sets a time that the blob had before (see
/// <see cref="Stamp"/>), so two puts within one tick of the clock still differ. The rename is flushed with the
/// file system's journal, at the latest by the next commit of the table store on the same disk: rows that make a blob
/// count are written after it, and are never there without it.
/// </remarks>
public sealed class FileBlobStore : IBlobStore, IDisposable
{
    // A put that lives keeps writing to its file, so one that nobody touched for so long is a killed one's.
    private static readonly TimeSpan Stale = TimeSpan.FromHours(1);

    private readonly string root;
    private readonly string temporary;
    private readonly TimeProvider time;
    private readonly FileGate gate;

    public FileBlobStore(string folder, TimeProvider time)
    {
        this.time = time;
        root = Path.GetFullPath(folder);
        temporary = Path.Combine(root, ".tmp");
        System.IO.Directory.CreateDirectory(temporary);
        gate = new FileGate(Path.Combine(root, ".lock"));
        RemoveStale();
    }

    public async Task<WriteResult> PutAsync(
        string name, Stream content, BlobCondition condition = default, CancellationToken cancellation = default)
    {
        var target = FileOf(name);
        var written = Path.Combine(temporary, Guid.NewGuid().ToString("n"));
        try
        {
            await WriteAsync(written, content, cancellation);
            using var turn = await gate.EnterAsync(cancellation);
            if (Refusal(target, condition) is { } refused)
                return new WriteResult(refused);
            System.IO.Directory.CreateDirectory(target.DirectoryName!);
            Stamp(written, target);
            File.Move(written, target.FullName, overwrite: true);
            return new WriteResult(WriteOutcome.Done, ETagOf(new FileInfo(target.FullName)));
        }
        finally
        {
            File.Delete(written);
        }
    }

    public Task<Blob?> GetAsync(string name, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = FileOf(name);
        try
        {
            var stream = new FileStream(file.FullName, new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            });
            // Of the open file, not of the name: another put may have renamed its own there since.
            var etag = ETagOf(File.GetLastWriteTimeUtc(stream.SafeFileHandle), stream.Length);
            return Task.FromResult<Blob?>(new Blob(new BlobInfo(name, stream.Length, etag), stream));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Blob?>(null);
        }
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        BlobName.CheckPrefix(prefix);
        await Task.CompletedTask;
        foreach (var name in Names("", prefix))
        {
            cancellation.ThrowIfCancellationRequested();
            var file = FileOf(name);
            if (file.Exists)
                yield return new BlobInfo(name, file.Length, ETagOf(file));
        }
    }

    public async Task<WriteOutcome> DeleteAsync(string name, CancellationToken cancellation = default)
    {
        var file = FileOf(name);
        using var turn = await gate.EnterAsync(cancellation);
        file.Refresh();
        if (!file.Exists)
            return WriteOutcome.Missing;
        file.Delete();
        return WriteOutcome.Done;
    }

    public void Dispose() => gate.Dispose();

    private static async Task WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, true);
        await content.CopyToAsync(file, cancellation);
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
    }

    private static WriteOutcome? Refusal(FileInfo target, BlobCondition condition)
    {
        target.Refresh();
        if (condition.MustNotExist && target.Exists)
            return WriteOutcome.Exists;
        return condition.MustMatch != default && (!target.Exists || ETagOf(target) != condition.MustMatch)
            ? WriteOutcome.Conflict
            : null;
    }

    private static ETag ETagOf(FileInfo file) => ETagOf(file.LastWriteTimeUtc, file.Length);

    private static ETag ETagOf(DateTime written, long length) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{written.Ticks:x16}-{length:x}\""));

    /// <summary>Gives the new file the present time, or, where the clock has not moved on, one tick after the old file's.</summary>
    private void Stamp(string written, FileInfo target)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var next = target.Exists && target.LastWriteTimeUtc >= now ? target.LastWriteTimeUtc.AddTicks(1) : now;
        File.SetLastWriteTimeUtc(written, next);
    }

    private FileInfo FileOf(string name)
    {
        BlobName.Check(name);
        return new FileInfo(Path.Combine(root, name));
    }

    // A folder sorts as its name with the slash that its blobs' names have there. Names that are no blob's (.tmp, .lock,
    // what other programs left) are not listed.
    private IEnumerable<string> Names(string folder, string prefix)
    {
        var directory = new DirectoryInfo(Path.Combine(root, folder));
        if (!directory.Exists)
            return [];
        return directory.EnumerateFileSystemInfos()
            .Select(entry => folder + entry.Name + (entry is DirectoryInfo ? "/" : ""))
            .Where(name => Overlaps(name, prefix) && BlobName.IsNameOrFolder(name))
            .Order(StringComparer.Ordinal)
            .SelectMany(name => name.EndsWith('/') ? Names(name, prefix) : [name]);
    }

    // A folder may lie above the prefix; a file lies under it.
    private static bool Overlaps(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        || (name.EndsWith('/') && prefix.StartsWith(name, StringComparison.Ordinal));

    private void RemoveStale()
    {
        var before = (time.GetUtcNow() - Stale).UtcDateTime;
        foreach (var file in new DirectoryInfo(temporary).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before))
            file.Delete();
    }
}

using Azure;

namespace Inspection.App.Storage;

/// <summary>
/// Files by name, such as <c>draws/2026-11/package.zip</c>; <see cref="BlobName"/> says which names there are. A put is
/// seen whole or not at all, also when its process is killed, and a reader keeps what it opened while others write.
/// </summary>
public interface IBlobStore
{
    /// <summary>Writes a blob; the stream is read to its end and stays open.</summary>
    /// <returns>
    /// Done with the new ETag; <see cref="WriteOutcome.Exists"/> or <see cref="WriteOutcome.Conflict"/> where the
    /// condition does not hold.
    /// </returns>
    Task<WriteResult> PutAsync(
        string name, Stream content, BlobCondition condition = default, CancellationToken cancellation = default);

    /// <summary>The blob, which the caller disposes, or null where there is none.</summary>
    Task<Blob?> GetAsync(string name, CancellationToken cancellation = default);

    /// <summary>The blobs whose names begin with the prefix, in the byte order of their names.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix = "", CancellationToken cancellation = default);

    /// <summary>Deletes a blob; <see cref="WriteOutcome.Missing"/> where there is none.</summary>
    Task<WriteOutcome> DeleteAsync(string name, CancellationToken cancellation = default);
}

/// <summary>What must hold for a put to happen; the default is nothing.</summary>
public readonly record struct BlobCondition
{
    private BlobCondition(bool create, ETag match) => (MustNotExist, MustMatch) = (create, match);

    /// <summary>There is no such blob yet; otherwise the put ends as <see cref="WriteOutcome.Exists"/>.</summary>
    public static BlobCondition Create { get; } = new(true, default);

    public bool MustNotExist { get; }

    /// <summary>The ETag that the blob must have; default where any will do.</summary>
    public ETag MustMatch { get; }

    /// <summary>The blob is still the one with this ETag; otherwise, also where it is gone, <see cref="WriteOutcome.Conflict"/>.</summary>
    public static BlobCondition Match(ETag etag) => etag == default
        ? throw new StorageRuleException("an ETag is needed: that of the blob as it was read")
        : new BlobCondition(false, etag);
}

/// <summary>A blob's name, its length in bytes and the ETag that changes at each put.</summary>
public sealed record BlobInfo(string Name, long Length, ETag ETag);

/// <summary>A blob that is open for reading.</summary>
public sealed record Blob(BlobInfo Info, Stream Content) : IDisposable
{
    /// <summary>The whole content; for what is known to be small.</summary>
    public async Task<byte[]> ReadAsync(CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream((int)Info.Length);
        await Content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    public void Dispose() => Content.Dispose();
}

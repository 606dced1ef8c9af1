using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Inspection.App.Storage.Azure;

/// <summary>
/// Blobs of one container of an Azure storage account. A put whose answer is lost is sent again by the SDK, and the second
/// is refused by what the first one did; a mark tells whose put the blob is.
/// </summary>
public sealed class AzureBlobStore(BlobContainerClient container) : IBlobStore
{
    /// <summary>The metadata by which a put is known again whose answer was lost.</summary>
    private const string Mark = "mark";

    // However large a blob is, so much of it is in memory.
    private static readonly StorageTransferOptions Parts = new()
    {
        InitialTransferSize = 4 * 1024 * 1024, MaximumTransferSize = 4 * 1024 * 1024, MaximumConcurrency = 2,
    };

    private volatile bool made;

    public async Task<WriteResult> PutAsync(
        string name, Stream content, BlobCondition condition = default, CancellationToken cancellation = default)
    {
        var blob = await BlobAsync(name, cancellation);
        var mark = Guid.NewGuid().ToString("n");
        var options = new BlobUploadOptions
        {
            Conditions = ConditionsOf(condition),
            Metadata = new Dictionary<string, string> { [Mark] = mark },
            TransferOptions = Parts,
        };
        using var sending = Sending.Begin();
        try
        {
            var uploaded = await blob.UploadAsync(content, options, cancellation);
            return new WriteResult(WriteOutcome.Done, uploaded.Value.ETag);
        }
        catch (RequestFailedException failure) when (Refusal(failure, condition) is { } outcome)
        {
            var done = sending.IsInDoubt ? await DoneAsync(blob, mark, cancellation) : null;
            return done is { } etag ? new WriteResult(WriteOutcome.Done, etag) : new WriteResult(outcome);
        }
    }

    public async Task<Blob?> GetAsync(string name, CancellationToken cancellation = default)
    {
        var blob = await BlobAsync(name, cancellation);
        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellation);
            var details = download.Value.Details;
            return new Blob(new BlobInfo(name, details.ContentLength, details.ETag), download.Value.Content);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        BlobName.CheckPrefix(prefix);
        await EnsureContainerAsync(cancellation);
        var options = new GetBlobsOptions { Prefix = prefix };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            // A list has ETags without their quotes.
            var etag = new ETag(blob.Properties.ETag.GetValueOrDefault().ToString("H"));
            yield return new BlobInfo(blob.Name, blob.Properties.ContentLength.GetValueOrDefault(), etag);
        }
    }

    public async Task<WriteOutcome> DeleteAsync(string name, CancellationToken cancellation = default)
    {
        var blob = await BlobAsync(name, cancellation);
        using var sending = Sending.Begin();
        var deleted = await blob.DeleteIfExistsAsync(cancellationToken: cancellation);
        return deleted.Value || sending.IsInDoubt ? WriteOutcome.Done : WriteOutcome.Missing;
    }

    /// <summary>The blob's ETag where this put made it what it is.</summary>
    private static async Task<ETag?> DoneAsync(BlobClient blob, string mark, CancellationToken cancellation)
    {
        try
        {
            var found = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return found.Value.Metadata.TryGetValue(Mark, out var stored) && stored == mark ? found.Value.ETag : null;
        }
        catch (RequestFailedException failure) when (failure.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    private static BlobRequestConditions? ConditionsOf(BlobCondition condition)
    {
        if (condition.MustNotExist)
            return new BlobRequestConditions { IfNoneMatch = ETag.All };
        return condition.MustMatch == default ? null : new BlobRequestConditions { IfMatch = condition.MustMatch };
    }

    private static WriteOutcome? Refusal(RequestFailedException failure, BlobCondition condition)
    {
        if (condition.MustNotExist && failure.ErrorCode == BlobErrorCode.BlobAlreadyExists)
            return WriteOutcome.Exists;
        var changed = failure.ErrorCode == BlobErrorCode.ConditionNotMet || failure.ErrorCode == BlobErrorCode.BlobNotFound;
        return condition.MustMatch != default && changed ? WriteOutcome.Conflict : null;
    }

    private async ValueTask<BlobClient> BlobAsync(string name, CancellationToken cancellation)
    {
        BlobName.Check(name);
        await EnsureContainerAsync(cancellation);
        return container.GetBlobClient(name);
    }

    private async ValueTask EnsureContainerAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (made)
            return;
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        made = true;
    }
}

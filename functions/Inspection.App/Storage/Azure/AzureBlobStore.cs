using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Inspection.App.Storage.Azure;

/// <summary>Blobs of one container of an Azure storage account.</summary>
public sealed class AzureBlobStore(BlobContainerClient container) : IBlobStore
{
    private volatile bool made;

    public async Task<WriteResult> PutAsync(
        string name, Stream content, BlobCondition condition = default, CancellationToken cancellation = default)
    {
        var blob = await BlobAsync(name, cancellation);
        var options = new BlobUploadOptions { Conditions = ConditionsOf(condition) };
        try
        {
            var uploaded = await blob.UploadAsync(content, options, cancellation);
            return new WriteResult(WriteOutcome.Done, uploaded.Value.ETag);
        }
        catch (RequestFailedException failure) when (Refusal(failure, condition) is { } outcome)
        {
            return new WriteResult(outcome);
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
        var deleted = await blob.DeleteIfExistsAsync(cancellationToken: cancellation);
        return deleted.Value ? WriteOutcome.Done : WriteOutcome.Missing;
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

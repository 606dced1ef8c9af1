using Azure.Storage.Blobs;
using Inspection.App.Storage;
using Inspection.App.Storage.Azure;

namespace Inspection.App.Tests.Storage;

[Collection<AzuriteTests>]
public sealed class AzureBlobStoreTests : BlobStoreContract
{
    public AzureBlobStoreTests(AzuriteServer azurite)
    {
        var service = new BlobServiceClient(azurite.ConnectionString);
        Store = new AzureBlobStore(service.GetBlobContainerClient($"c{Guid.NewGuid():n}"));
    }

    protected override IBlobStore Store { get; }
}

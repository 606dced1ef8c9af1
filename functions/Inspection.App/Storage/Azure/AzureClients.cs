using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Inspection.App.Storage.Azure;

/// <summary>The SDK's clients as the settings have them: with the process's own identity, or by connection string.</summary>
internal static class AzureClients
{
    public static TableServiceClient Tables(StorageOptions options)
    {
        var client = new TableClientOptions();
        if (options.Audience is { } audience)
            client.Audience = new TableAudience(audience);
        return options.ConnectionString is { } connection
            ? new TableServiceClient(connection, client)
            : new TableServiceClient(options.TableServiceUri, new DefaultAzureCredential(), client);
    }

    public static BlobServiceClient Blobs(StorageOptions options)
    {
        var client = new BlobClientOptions();
        if (options.Audience is { } audience)
            client.Audience = new BlobAudience(audience);
        return options.ConnectionString is { } connection
            ? new BlobServiceClient(connection, client)
            : new BlobServiceClient(options.BlobServiceUri, new DefaultAzureCredential(), client);
    }
}

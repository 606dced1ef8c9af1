using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Inspection.App.Storage.Azure;

/// <summary>The SDK's clients as the settings have them: with the process's own identity, or by connection string.</summary>
/// <param name="options">The settings that all accounts share.</param>
/// <param name="configure">Changes the pipelines, for whoever puts another transport into them.</param>
internal sealed class AzureClients(StorageOptions options, Action<ClientOptions>? configure = null)
{
    // The service drops a partition that is too busy for seconds; a request goes on trying for about a minute.
    private const int Retries = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    // For whom the tables of each cloud ask tokens; those of blobs are the same everywhere.
    private static readonly (string Suffix, TableAudience Audience)[] TableClouds =
    [
        ("core.chinacloudapi.cn", TableAudience.AzureChina),
        ("core.usgovcloudapi.net", TableAudience.AzureGovernment),
    ];

    public TableServiceClient Tables(AzureAccountOptions account)
    {
        var address = account.TableServiceUri ?? AddressOf(account, "table");
        var client = Configured(new TableClientOptions());
        client.Audience = options.Audience is { } audience
            ? new TableAudience(audience)
            : TableClouds.FirstOrDefault(cloud => address?.Host.EndsWith(cloud.Suffix, StringComparison.Ordinal) == true).Audience;
        return account.ConnectionString is { } connection
            ? new TableServiceClient(connection, client)
            : new TableServiceClient(address, new DefaultAzureCredential(), client);
    }

    public BlobServiceClient Blobs(AzureAccountOptions account)
    {
        var client = Configured(new BlobClientOptions());
        if (options.Audience is { } audience)
            client.Audience = new BlobAudience(audience);
        return account.ConnectionString is { } connection
            ? new BlobServiceClient(connection, client)
            : new BlobServiceClient(account.BlobServiceUri ?? AddressOf(account, "blob"), new DefaultAzureCredential(), client);
    }

    private Uri? AddressOf(AzureAccountOptions account, string service) =>
        account.Account is { } name ? new Uri($"https://{name}.{service}.{options.EndpointSuffix}") : null;

    private T Configured<T>(T client)
        where T : ClientOptions
    {
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = Retries;
        client.Retry.Delay = FirstDelay;
        client.Retry.MaxDelay = LongestDelay;
        client.AddPolicy(new Sending.Watch(), HttpPipelinePosition.PerRetry);
        configure?.Invoke(client);
        return client;
    }
}

using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Inspection.App.Storage.Azure;

/// <summary>The SDK's clients as the settings have them: with the process's own identity, or by connection string.</summary>
/// <param name="options">The settings that all accounts share.</param>
/// <param name="configure">Changes the pipelines, for whoever puts another transport into them.</param>
/// <param name="identity">Who the process is; null for what its surroundings say.</param>
internal sealed class AzureClients(
    StorageOptions options, Action<ClientOptions>? configure = null, TokenCredential? identity = null)
{
    // The service drops a partition that is too busy for seconds; a request goes on trying for about a minute.
    private const int Retries = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    // No request carries more than a few megabytes.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    // For whom the tables of each cloud ask tokens; those of blobs are the same everywhere.
    private static readonly (string Suffix, TableAudience Audience)[] TableClouds =
    [
        ("core.chinacloudapi.cn", TableAudience.AzureChina),
        ("core.usgovcloudapi.net", TableAudience.AzureGovernment),
    ];

    private readonly Lazy<TokenCredential> credential = new(() => identity ?? new DefaultAzureCredential());

    public TableServiceClient Tables(AzureAccountOptions account)
    {
        var client = Configured(new TableClientOptions());
        if (account.ConnectionString is { } connection)
            return new TableServiceClient(connection, client);
        var address = account.TableServiceUri ?? AddressOf(account, "table");
        if (AudienceAt(address) is { } audience)
            client.Audience = audience;
        return new TableServiceClient(address, credential.Value, client);
    }

    public BlobServiceClient Blobs(AzureAccountOptions account)
    {
        var client = Configured(new BlobClientOptions());
        if (account.ConnectionString is { } connection)
            return new BlobServiceClient(connection, client);
        if (options.Audience is { } audience)
            client.Audience = new BlobAudience(audience);
        return new BlobServiceClient(account.BlobServiceUri ?? AddressOf(account, "blob"), credential.Value, client);
    }

    /// <summary>For whom the tables at this address ask tokens; null where the SDK knows it by itself.</summary>
    private TableAudience? AudienceAt(Uri address)
    {
        if (options.Audience is { } audience)
            return new TableAudience(audience);
        foreach (var (suffix, cloud) in TableClouds)
        {
            if (address.Host.EndsWith(suffix, StringComparison.Ordinal))
                return cloud;
        }

        return null;
    }

    private Uri AddressOf(AzureAccountOptions account, string service) =>
        new($"https://{account.Account}.{service}.{options.EndpointSuffix}");

    private T Configured<T>(T client)
        where T : ClientOptions
    {
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = Retries;
        client.Retry.Delay = FirstDelay;
        client.Retry.MaxDelay = LongestDelay;
        client.Retry.NetworkTimeout = LongestAnswer;
        client.AddPolicy(new Sending.Watch(), HttpPipelinePosition.PerRetry);
        configure?.Invoke(client);
        return client;
    }
}

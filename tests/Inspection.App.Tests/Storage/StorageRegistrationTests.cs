using Azure.Core;
using Azure.Core.Pipeline;
using Inspection.App.Storage;
using Inspection.App.Storage.Azure;
using Inspection.App.Storage.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Storage;

public sealed class StorageRegistrationTests
{
    [Fact]
    public async Task The_embedded_store_is_made_under_its_path()
    {
        using var folder = new TemporaryFolder();
        using var host = Host(("Path", Path.Combine(folder.Path, "data")));
        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.IsType<SqliteTableStore>(host.Services.GetRequiredService<ITableStore>());
        Assert.IsType<FileBlobStore>(host.Services.GetRequiredService<IBlobStore>());
        Assert.True(File.Exists(Path.Combine(folder.Path, "data", "inspection.db")));
        Assert.True(System.IO.Directory.Exists(Path.Combine(folder.Path, "data", "blobs")));
    }

    [Fact]
    public void The_default_is_the_embedded_store_under_data()
    {
        var options = new StorageOptions();

        Assert.Equal((StorageKind.Embedded, "./data"), (options.Kind, options.Path));
        Assert.Empty(options.Problems());
    }

    [Theory]
    [InlineData("Path", "", "Storage:Path")]
    [InlineData("Kind", "7", "Storage:Kind")]
    [InlineData("Kind", "Azure", "TableServiceUri")]
    [InlineData("ConnectionString", "UseDevelopmentStorage=true", "Storage:Kind=Azure")]
    public async Task Bad_settings_stop_the_start_and_say_which(string name, string value, string mention)
    {
        using var host = Host((name, value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(mention, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kind", "Sqlite")]
    [InlineData("Pfad", "./data")]
    public async Task Settings_that_are_unknown_or_unreadable_stop_the_start(string name, string value)
    {
        using var host = Host((name, value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.table.core.chinacloudapi.cn", "https://a.blob.core.chinacloudapi.cn", null, true)]
    [InlineData("http://a.table.core.windows.net", "https://a.blob.core.windows.net", null, false)]
    [InlineData("https://a.table.core.windows.net", null, null, false)]
    [InlineData("https://a.table.core.windows.net", "https://a.blob.core.windows.net", "UseDevelopmentStorage=true", false)]
    [InlineData(null, null, "UseDevelopmentStorage=true", true)]
    public void Azure_needs_both_addresses_or_a_connection_string(string? tables, string? blobs, string? connection, bool valid)
    {
        var options = new StorageOptions
        {
            Kind = StorageKind.Azure,
            TableServiceUri = tables is null ? null : new Uri(tables),
            BlobServiceUri = blobs is null ? null : new Uri(blobs),
            ConnectionString = connection,
        };

        Assert.Equal(valid, !options.Problems().Any());
    }

    [Theory]
    [InlineData("Account", "insp", null, null, true)]
    [InlineData("Account", "Insp-1", null, null, false)]
    [InlineData("Account", "insp", "Public:Account", "insppub", true)]
    [InlineData("Account", "insp", "Public:Account", "", false)]
    [InlineData("Account", "insp", "ConnectionString", "UseDevelopmentStorage=true", false)]
    [InlineData("Account", "insp", "EndpointSuffix", "core.chinacloudapi.cn", true)]
    [InlineData("Account", "insp", "EndpointSuffix", "https://core.chinacloudapi.cn", false)]
    public async Task An_account_is_given_by_its_name_and_public_things_may_have_another(
        string name, string value, string? second, string? secondValue, bool valid)
    {
        using var host = second is null
            ? Host(("Kind", "Azure"), (name, value))
            : Host(("Kind", "Azure"), (name, value), (second, secondValue!));

        if (valid)
            await host.StartAsync(TestContext.Current.CancellationToken);
        else
            await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("core.windows.net", null, "https://storage.azure.com/.default", "https://storage.azure.com/.default")]
    [InlineData("core.chinacloudapi.cn", null, "https://storage.azure.cn/.default", "https://storage.azure.com/.default")]
    [InlineData("core.windows.net", "https://audience.example", "https://audience.example/.default", "https://audience.example/.default")]
    public async Task The_clients_ask_for_tokens_of_the_cloud_that_they_speak_to(
        string suffix, string? audience, string tableScope, string blobScope)
    {
        var options = new StorageOptions { Kind = StorageKind.Azure, Account = "insp", EndpointSuffix = suffix, Audience = audience };
        var transport = new RecordingTransport();
        var identity = new RecordingIdentity();
        var clients = new AzureClients(options, client => client.Transport = transport, identity);

        await new AzureTableStore(clients.Tables(options)).EnsureTableAsync("tests", TestContext.Current.CancellationToken);
        await new AzureBlobStore(clients.Blobs(options).GetBlobContainerClient("tests")).GetAsync("a.txt", TestContext.Current.CancellationToken);

        Assert.Equal([$"insp.table.{suffix}", $"insp.blob.{suffix}"], transport.Hosts.Distinct());
        Assert.Equal([tableScope, blobScope], identity.Scopes);
    }

    private static IHost Host(params (string Name, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Storage:{setting.Name}", (string?)setting.Value)));
        builder.AddStorage();
        return builder.Build();
    }

    /// <summary>Somebody whose tokens nobody checks.</summary>
    private sealed class RecordingIdentity : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>A service that has everything made and nothing in it.</summary>
    private sealed class RecordingTransport : HttpPipelineTransport
    {
        public List<string> Hosts { get; } = [];

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message)
        {
            Hosts.Add(message.Request.Uri.Host!);
            message.Response = message.Request.Method == RequestMethod.Get
                ? new StubResponse(404, null, ("x-ms-error-code", "BlobNotFound"))
                : new StubResponse(message.Request.Method == RequestMethod.Post ? 204 : 201, null, ("ETag", "\"0x1\""));
        }

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Process(message);
            return default;
        }
    }
}

using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Inspection.App.Storage;
using Inspection.App.Storage.Azure;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Inspection.App.Tests.Flow;

/// <summary>The main flow is the same wherever the store is, and whatever happens between it and the service.</summary>
[Collection<AzuriteTests>]
public sealed class MainFlowTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task It_passes_on_the_embedded_store() => RunAsync([], _ => { });

    [Fact]
    public Task It_passes_on_Azure() => RunAsync(SettingsOf(azurite.NewAccount()), _ => { });

    [Fact]
    public async Task What_is_public_can_be_in_an_account_of_its_own_and_nothing_else_is_there()
    {
        var (inside, outside) = (azurite.NewAccount(), azurite.NewAccount());

        await RunAsync([.. SettingsOf(inside), ("Storage:Public:ConnectionString", outside)], _ => { });

        var shown = await TablesOf(outside);
        Assert.Superset(new HashSet<string> { "ledger", "publicdraws", "publicresults" }, shown.ToHashSet());
        Assert.All(shown, table => Assert.True(PublicNaming.IsTable(table), table));
        Assert.DoesNotContain(await TablesOf(inside), PublicNaming.IsTable);
        Assert.All(await BlobsOf(outside), name => Assert.StartsWith("public/", name, StringComparison.Ordinal));
        Assert.DoesNotContain(await BlobsOf(inside), PublicNaming.IsBlob);
    }

    [Theory]
    [InlineData(Fault.Busy)]
    [InlineData(Fault.Unsent)]
    [InlineData(Fault.TimedOut)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.AnswerTimedOut)]
    public async Task Nothing_is_lost_or_doubled_while_requests_to_the_store_fail(Fault fault)
    {
        var options = new StorageOptions { Kind = StorageKind.Azure, ConnectionString = azurite.NewAccount() };
        var second = new EverySecond();
        var transport = new FaultyTransport(_ => second.Of([fault]));
        var clients = new AzureClients(options, transport.Configure);

        await RunAsync([], builder =>
        {
            builder.Services.AddSingleton<ITableStore>(new AzureTableStore(clients.Tables(options)));
            builder.Services.AddSingleton<IBlobStore>(new AzureBlobStore(clients.Blobs(options).GetBlobContainerClient("inspection")));
        });

        Assert.True(transport.Suffered > 100, $"only {transport.Suffered} requests suffered");
    }

    private static async Task RunAsync(
        IReadOnlyList<(string, string)> settings, Action<WebApplicationBuilder> configure)
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Settings = [.. MainFlow.Settings, .. settings], Configure = configure,
        });
        using var flow = new MainFlow(app);
        await flow.RunAsync();
    }

    private static (string, string)[] SettingsOf(string connection) => [("Storage:Kind", "Azure"), ("Storage:ConnectionString", connection)];

    private static async Task<List<string>> TablesOf(string connection) =>
        await new TableServiceClient(connection).QueryAsync(cancellationToken: Cancellation).Select(table => table.Name).Order().ToListAsync(Cancellation);

    private static async Task<List<string>> BlobsOf(string connection) =>
        await new BlobServiceClient(connection).GetBlobContainerClient("inspection")
            .GetBlobsAsync(cancellationToken: Cancellation).Select(blob => blob.Name).ToListAsync(Cancellation);
}

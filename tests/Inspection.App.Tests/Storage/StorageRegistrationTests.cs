using Inspection.App.Storage;
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
    [InlineData("Kind", "Azure", "Storage:TableServiceUri")]
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

    private static IHost Host(params (string Name, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Storage:{setting.Name}", (string?)setting.Value)));
        builder.AddStorage();
        return builder.Build();
    }
}

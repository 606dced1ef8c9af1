using Inspection.App.Settings;
using Inspection.App.Storage.Azure;
using Inspection.App.Storage.Embedded;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Inspection.App.Storage;

public static class StorageRegistration
{
    private const string BlobContainer = "inspection";

    /// <summary>Adds the <see cref="ITableStore"/> and the <see cref="IBlobStore"/> that the settings name.</summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<StorageOptions>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => OpenTables(Options(services), Time(services)));
        builder.Services.AddSingleton(services => OpenBlobs(Options(services), Time(services)));
        return builder;
    }

    /// <summary>The tables of these settings, which the caller disposes where they can be.</summary>
    public static ITableStore OpenTables(StorageOptions options, TimeProvider time)
    {
        if (options.Kind == StorageKind.Embedded)
            return new SqliteTableStore(Path.Combine(options.Path, "inspection.db"), time);
        var clients = new AzureClients(options);
        var tables = new AzureTableStore(clients.Tables(options));
        return options.Public is { } account
            ? new PublicApartTableStore(tables, new AzureTableStore(clients.Tables(account)))
            : tables;
    }

    public static IBlobStore OpenBlobs(StorageOptions options, TimeProvider time)
    {
        if (options.Kind == StorageKind.Embedded)
            return new FileBlobStore(Path.Combine(options.Path, "blobs"), time);
        var clients = new AzureClients(options);
        var blobs = BlobsOf(clients, options);
        return options.Public is { } account ? new PublicApartBlobStore(blobs, BlobsOf(clients, account)) : blobs;
    }

    private static AzureBlobStore BlobsOf(AzureClients clients, AzureAccountOptions account) =>
        new(clients.Blobs(account).GetBlobContainerClient(BlobContainer));

    private static StorageOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}

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
    public static ITableStore OpenTables(StorageOptions options, TimeProvider time) => options.Kind switch
    {
        StorageKind.Embedded => new SqliteTableStore(Path.Combine(options.Path, "inspection.db"), time),
        _ => new AzureTableStore(AzureClients.Tables(options)),
    };

    public static IBlobStore OpenBlobs(StorageOptions options, TimeProvider time) => options.Kind switch
    {
        StorageKind.Embedded => new FileBlobStore(Path.Combine(options.Path, "blobs"), time),
        _ => new AzureBlobStore(AzureClients.Blobs(options).GetBlobContainerClient(BlobContainer)),
    };

    private static StorageOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}

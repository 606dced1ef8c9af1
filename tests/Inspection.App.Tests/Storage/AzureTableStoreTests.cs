using Inspection.App.Storage;

namespace Inspection.App.Tests.Storage;

[Collection<AzuriteTests>]
public sealed class AzureTableStoreTests : TableStoreContract
{
    public AzureTableStoreTests(AzuriteServer azurite)
    {
        Options = new StorageOptions { Kind = StorageKind.Azure, ConnectionString = azurite.ConnectionString };
        Store = StorageRegistration.OpenTables(Options, TimeProvider.System);
    }

    protected override StorageOptions Options { get; }

    protected override ITableStore Store { get; }
}

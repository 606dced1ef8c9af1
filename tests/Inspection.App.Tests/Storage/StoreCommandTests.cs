using System.CommandLine;
using Inspection.App.Storage;
using Inspection.App.Terminal;
using Inspection.App.Tests.Flow;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Storage;

[Collection<AzuriteTests>]
public sealed class StoreCommandTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_goes_on_with_a_copy_of_its_store_in_Azure_and_back()
    {
        using var folder = new TemporaryFolder();
        var (backup, restored) = (Path.Combine(folder.Path, "backup"), Path.Combine(folder.Path, "restored"));
        var (inside, outside) = (azurite.NewAccount(), azurite.NewAccount());
        string id;
        await using (var app = await TestApp.StartAsync(new TestAppOptions { Settings = MainFlow.Settings }))
        {
            using var flow = new MainFlow(app);
            id = await flow.RunAsync();
            Expect(Run("copy", "--to", backup, "--Storage:Path", app.StorePath), "blobs copied");
        }

        string[] azure = ["--Storage:Kind=Azure", $"--Storage:ConnectionString={inside}", $"--Storage:Public:ConnectionString={outside}"];
        Expect(Run(["fill", "--from", backup, .. azure]), "blobs copied");
        Expect(Run(["copy", "--to", restored, .. azure]), "blobs copied");

        Assert.Equal(await ContentAsync(backup), await ContentAsync(restored));
        await using var again = await TestApp.StartAsync([.. MainFlow.Settings, ("Storage:Path", restored)]);
        using var flowAgain = new MainFlow(again);
        await flowAgain.CheckAsync(id);
    }

    [Fact]
    public async Task A_store_that_holds_something_is_not_filled_and_a_folder_that_holds_none_is_no_source()
    {
        await using var app = await TestApp.StartAsync();
        await app.ClientAs(App.Security.Role.Auditor);
        using var folder = new TemporaryFolder();

        Refuse(Run("copy", "--to", app.StorePath, "--Storage:Path", Path.Combine(folder.Path, "other")), "not empty");
        Refuse(Run("fill", "--from", folder.Path, "--Storage:Path", app.StorePath), "holds no store");
        Refuse(Run("copy", "--too", folder.Path), "--to");
    }

    private static void Expect((int Code, string Output, string Errors) run, string mention)
    {
        Assert.True(run.Code == ExitCode.Success, run.Errors);
        Assert.Contains(mention, run.Output, StringComparison.Ordinal);
    }

    private static void Refuse((int Code, string Output, string Errors) run, string mention)
    {
        Assert.Equal((ExitCode.WrongInput, ""), (run.Code, run.Output));
        Assert.Contains(mention, run.Errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var screen = Screen.Plain(output, errors);
        var code = CommandLine.Run(new RootCommand { StoreCommand.Create(screen, TimeProvider.System) }, ["store", .. arguments], screen);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Every entity and blob of the store in a folder, as lines.</summary>
    private static async Task<List<string>> ContentAsync(string folder)
    {
        using var store = Store.Open(new StorageOptions { Path = folder }, TimeProvider.System);
        var lines = new List<string>();
        await foreach (var table in store.TablesAsync(Cancellation))
        {
            await foreach (var entity in store.Tables.QueryAsync(table, TableRange.All, Cancellation))
            {
                var properties = EntityRules.Custom(entity).OrderBy(property => property.Key, StringComparer.Ordinal)
                    .Select(property => $"{property.Key}={(property.Value is byte[] bytes ? Convert.ToHexString(bytes) : property.Value)}:{property.Value.GetType().Name}");
                lines.Add($"{table} {entity.PartitionKey} {entity.RowKey} {string.Join(' ', properties)}");
            }
        }

        await foreach (var blob in store.Blobs.ListAsync(cancellation: Cancellation))
        {
            using var open = await store.Blobs.GetAsync(blob.Name, Cancellation);
            using var bytes = new MemoryStream();
            await open!.Content.CopyToAsync(bytes, Cancellation);
            lines.Add($"{blob.Name} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes.ToArray()))}");
        }

        return lines;
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Inspection.App.Tests.Storage;

/// <summary>
/// A real Azurite for the tests of the Azure adapters: in memory, on loopback ports that the system gives it. It is
/// installed by <c>npm ci</c> in <c>tests/azurite</c>. Without it the tests are skipped, or fail where the environment
/// says <c>REQUIRE_AZURITE=1</c>.
/// </summary>
public sealed partial class AzuriteServer : IAsyncLifetime
{
    private const string Account = "inspection";
    private const int SpareAccounts = 16;

    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly TaskCompletionSource<string> blobs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> tables = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;
    private Func<string, string>? connection;
    private string? missing;
    private Process? process;

    /// <summary>What both services are reached by, in the account that tests share; skips the test where there is no Azurite.</summary>
    public string ConnectionString => Connection()(Account);

    /// <summary>The same of an account that is empty and nobody else's.</summary>
    public string NewAccount() => Connection()(NameOf(Interlocked.Increment(ref taken)));

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(Repository.Folder, "tests/azurite/node_modules/azurite/dist/src/azurite.js");
        if (!File.Exists(script))
        {
            missing = "it is not installed: run 'npm ci' in tests/azurite";
            return;
        }

        try
        {
            process = Process.Start(new ProcessStartInfo("node")
            {
                ArgumentList =
                {
                    script, "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
                    "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
                },
                Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Accounts().Select(account => $"{account}:{key}")) },
                RedirectStandardOutput = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            missing = $"Node does not start: {absent.Message}";
            return;
        }

        process.OutputDataReceived += (_, line) => Listen(line.Data);
        process.BeginOutputReadLine();
        var started = TimeSpan.FromSeconds(60);
        var (blobAddress, tableAddress) = (await blobs.Task.WaitAsync(started), await tables.Task.WaitAsync(started));
        connection = account => $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
            + $"BlobEndpoint={blobAddress}/{account};TableEndpoint={tableAddress}/{account};";
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static IEnumerable<string> Accounts() => Enumerable.Range(1, SpareAccounts).Select(NameOf).Append(Account);

    private static string NameOf(int number) => number <= SpareAccounts
        ? $"spare{number}"
        : throw new InvalidOperationException($"more than {SpareAccounts} accounts are asked for; raise {nameof(SpareAccounts)}");

    private Func<string, string> Connection()
    {
        if (connection is null && Environment.GetEnvironmentVariable("REQUIRE_AZURITE") == "1")
            Assert.Fail($"REQUIRE_AZURITE=1, but {missing}");
        Assert.SkipWhen(connection is null, $"no Azurite: {missing}");
        return connection!;
    }

    // Null: it ended before it listened.
    private void Listen(string? line)
    {
        if (line is null)
        {
            var ended = new InvalidOperationException("Azurite ended before it listened");
            blobs.TrySetException(ended);
            tables.TrySetException(ended);
        }
        else if (Listening().Match(line) is { Success: true } found)
        {
            (found.Groups["service"].Value == "Blob" ? blobs : tables).TrySetResult(found.Groups["address"].Value);
        }
    }

    [GeneratedRegex(@"Azurite (?<service>Blob|Table) service is successfully listening at (?<address>http://\S+)")]
    private static partial Regex Listening();
}

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition]
public sealed class AzuriteTests : ICollectionFixture<AzuriteServer>;

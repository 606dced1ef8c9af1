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

    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly TaskCompletionSource<string> blobs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> tables = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? connection;
    private string? missing;
    private Process? process;

    /// <summary>What both services are reached by; skips the test where there is no Azurite.</summary>
    public string ConnectionString
    {
        get
        {
            if (connection is null && Environment.GetEnvironmentVariable("REQUIRE_AZURITE") == "1")
                Assert.Fail($"REQUIRE_AZURITE=1, but {missing}");
            Assert.SkipWhen(connection is null, $"no Azurite: {missing}");
            return connection!;
        }
    }

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
                Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
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
        connection = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};"
            + $"BlobEndpoint={await blobs.Task.WaitAsync(started)}/{Account};"
            + $"TableEndpoint={await tables.Task.WaitAsync(started)}/{Account};";
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
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

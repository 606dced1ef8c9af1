using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Directory;
using Inspection.App.Storage;
using Inspection.App.Storage.Azure;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace Inspection.App.Tests.Scale;

/// <summary>
/// Another process, whose memory nobody else uses, that draws from a directory of any size: this test program again, told
/// to run <see cref="Draws_from_a_stub_of_the_table_service"/> alone.
/// </summary>
public sealed class MillionProcess
{
    private const string SizeVariable = "INSPECTION_TEST_ROSTER_SIZE";
    private const string AnswerVariable = "INSPECTION_TEST_ROSTER_ANSWER";

    /// <summary>Runs the process to its end.</summary>
    internal static async Task<Measured> RunAsync(int enterprises, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var answer = Path.Combine(folder.Path, "answer.json");
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(MillionProcess).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null))
        {
            ArgumentList = { "-method", $"*{nameof(Draws_from_a_stub_of_the_table_service)}", "-explicit", "only" },
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            Environment =
            {
                [SizeVariable] = enterprises.ToString(CultureInfo.InvariantCulture),
                [AnswerVariable] = answer,
                // A heap that is collected when it grows, so that what is counted is what is held.
                ["DOTNET_GCgen0size"] = "4000000",
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        Assert.True(File.Exists(answer), await output);
        return JsonConvert.DeserializeObject<Measured>(await File.ReadAllTextAsync(answer, cancellation))!;
    }

    [Fact(Explicit = true)]
    public async Task Draws_from_a_stub_of_the_table_service()
    {
        if (Environment.GetEnvironmentVariable(SizeVariable) is not { } size)
        {
            Assert.Skip("runs as the child of another test only");
            return;
        }

        using var folder = new TemporaryFolder();
        var directory = new DirectoryStub(int.Parse(size, CultureInfo.InvariantCulture));
        var blobs = new BlobStub(folder.Path);
        using var rest = new SqliteTableStore(Path.Combine(folder.Path, "rest.db"), new ManualTime());
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Settings = LargeDraw.Settings,
            Configure = builder =>
            {
                builder.Services.AddSingleton<ITableStore>(new Routed(new AzureTableStore(Clients(directory).Tables(Account)), rest));
                builder.Services.AddSingleton<IBlobStore>(
                    new AzureBlobStore(Clients(blobs).Blobs(Account).GetBlobContainerClient("inspection")));
            },
        });

        using var heap = new PeakHeap();
        var head = await new LargeDraw(app).RunAsync();
        var measured = new Measured(head.RosterSize, head.Selected, directory.Pages, blobs.LargestBody, heap.Bytes);

        await File.WriteAllTextAsync(
            Environment.GetEnvironmentVariable(AnswerVariable)!, JsonConvert.SerializeObject(measured), TestContext.Current.CancellationToken);
    }

    private static StorageOptions Account { get; } = new()
    {
        Kind = StorageKind.Azure,
        ConnectionString = "DefaultEndpointsProtocol=http;AccountName=stub;AccountKey=c3R1Yg==;BlobEndpoint=http://stub.invalid/;TableEndpoint=http://stub.invalid/;",
    };

    private static AzureClients Clients(Azure.Core.Pipeline.HttpPipelineTransport transport) => new(Account, options => options.Transport = transport);

    /// <summary>What a run took.</summary>
    internal sealed record Measured(int RosterSize, int Selected, int Pages, long LargestRequest, long PeakBytes);

    /// <summary>The directory from one store, everything else from another.</summary>
    private sealed class Routed(ITableStore directory, ITableStore rest) : ITableStore
    {
        public Task EnsureTableAsync(string table, CancellationToken cancellation = default) => For(table).EnsureTableAsync(table, cancellation);

        public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellation = default) =>
            For(table).GetAsync(table, partitionKey, rowKey, cancellation);

        public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, CancellationToken cancellation = default) =>
            For(table).QueryAsync(table, range, cancellation);

        public Task<TablePage> QueryPageAsync(
            string table, TableRange range, int size, string? continuation = null, CancellationToken cancellation = default) =>
            For(table).QueryPageAsync(table, range, size, continuation, cancellation);

        public Task<WriteResult> WriteAsync(string table, TableWrite write, CancellationToken cancellation = default) =>
            For(table).WriteAsync(table, write, cancellation);

        public Task<TransactionResult> TransactAsync(string table, IReadOnlyList<TableWrite> writes, CancellationToken cancellation = default) =>
            For(table).TransactAsync(table, writes, cancellation);

        private ITableStore For(string table) => table is EnterpriseStore.Table or "enterpriseareas" ? directory : rest;
    }

    /// <summary>Looks at the heap now and then.</summary>
    private sealed class PeakHeap : IDisposable
    {
        private readonly Timer timer;
        private long peak;

        public PeakHeap() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));

        public long Bytes
        {
            get
            {
                Look();
                return Interlocked.Read(ref peak);
            }
        }

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            var now = GC.GetTotalMemory(forceFullCollection: false);
            long before;
            while (now > (before = Interlocked.Read(ref peak)) && Interlocked.CompareExchange(ref peak, now, before) != before)
            {
                // Another look was faster.
            }
        }
    }
}

using Azure.Core;
using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.App.Storage.Azure;

namespace Inspection.App.Tests.Storage;

/// <summary>Lets every second request suffer.</summary>
internal sealed class EverySecond
{
    private int count;

    /// <summary>The fault that does not leave open whether the request was carried out.</summary>
    public static IReadOnlyList<Fault> Busy { get; } = [Fault.Busy];

    public static IReadOnlyList<Fault> All { get; } =
        [Fault.Busy, Fault.AnswerLost, Fault.Unsent, Fault.AnswerTimedOut, Fault.TimedOut];

    public IReadOnlyList<Fault> Of(IReadOnlyList<Fault> faults) => Interlocked.Increment(ref count) % 2 == 0 ? faults : [];
}

/// <summary>
/// The whole contract of tables while every second request suffers a fault. A replace or delete of a single entity is not
/// left without its answer here: another writer who builds upon it meanwhile makes it look refused, which
/// <see cref="LostAnswerTests"/> keeps out.
/// </summary>
[Collection<AzuriteTests>]
public sealed class FaultyAzureTableStoreTests : TableStoreContract
{
    private readonly EverySecond second = new();

    public FaultyAzureTableStoreTests(AzuriteServer azurite)
    {
        Options = new StorageOptions { Kind = StorageKind.Azure, ConnectionString = azurite.ConnectionString };
        var transport = new FaultyTransport(request => second.Of(
            request.Headers.Contains("If-Match") ? EverySecond.Busy : EverySecond.All));
        Store = new AzureTableStore(new AzureClients(Options, transport.Configure).Tables(Options));
    }

    protected override StorageOptions Options { get; }

    protected override ITableStore Store { get; }
}

/// <summary>The whole contract of blobs while every second request suffers a fault.</summary>
[Collection<AzuriteTests>]
public sealed class FaultyAzureBlobStoreTests : BlobStoreContract
{
    private readonly EverySecond second = new();

    public FaultyAzureBlobStoreTests(AzuriteServer azurite)
    {
        var options = new StorageOptions { Kind = StorageKind.Azure, ConnectionString = azurite.ConnectionString };
        var transport = new FaultyTransport(request => second.Of(
            request.Method == RequestMethod.Delete ? EverySecond.Busy : EverySecond.All));
        Store = new AzureBlobStore(
            new AzureClients(options, transport.Configure).Blobs(options).GetBlobContainerClient($"c{Guid.NewGuid():n}"));
    }

    protected override IBlobStore Store { get; }
}

/// <summary>Writes that were done and whose answer was lost: who wrote is told that they were done.</summary>
[Collection<AzuriteTests>]
public sealed class LostAnswerTests
{
    private const string Table = "lostanswers";

    private readonly AzureTableStore tables;
    private readonly AzureTableStore others;
    private readonly AzureBlobStore blobs;
    private readonly FaultyTransport transport;
    private readonly string partition = Guid.NewGuid().ToString("n");
    private Fault? next;

    public LostAnswerTests(AzuriteServer azurite)
    {
        var options = new StorageOptions { Kind = StorageKind.Azure, ConnectionString = azurite.ConnectionString };
        transport = new FaultyTransport(request => IsWrite(request) && next is { } fault ? [fault] : []);
        var clients = new AzureClients(options, transport.Configure);
        tables = new AzureTableStore(clients.Tables(options));
        others = new AzureTableStore(new AzureClients(options).Tables(options));
        blobs = new AzureBlobStore(clients.Blobs(options).GetBlobContainerClient("lostanswers"));
    }

    public static TheoryData<Fault> LostAnswers => [Fault.AnswerLost, Fault.AnswerTimedOut];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task An_insert_a_replace_and_a_delete_are_done_once_and_say_so(Fault fault)
    {
        await tables.EnsureTableAsync(Table, Cancellation);
        next = fault;

        var inserted = await tables.InsertAsync(Table, Row("r", 1), Cancellation);
        var replaced = await tables.ReplaceAsync(Table, Row("r", 2), inserted.ETag, Cancellation);
        var stored = await others.GetAsync(Table, partition, "r", Cancellation);
        var deleted = await tables.DeleteAsync(Table, partition, "r", replaced.ETag, Cancellation);

        Assert.Equal([WriteOutcome.Done, WriteOutcome.Done, WriteOutcome.Done], new[] { inserted, replaced, deleted }.Select(one => one.Outcome));
        Assert.Equal((2, replaced.ETag), (stored!.GetInt32("Value"), stored.ETag));
        Assert.Null(await others.GetAsync(Table, partition, "r", Cancellation));
        Assert.True(transport.Suffered >= 3);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_transaction_is_done_once_and_gives_its_ETags(Fault fault)
    {
        await tables.EnsureTableAsync(Table, Cancellation);
        var old = await tables.InsertAsync(Table, Row("old", 0), Cancellation);
        await tables.InsertAsync(Table, Row("gone", 0), Cancellation);
        next = fault;

        var done = await tables.TransactAsync(
            Table,
            [
                TableWrite.Insert(Row("new", 1)), TableWrite.Replace(Row("old", 1), old.ETag), TableWrite.Upsert(Row("any", 1)),
                TableWrite.Delete(partition, "gone"),
            ],
            Cancellation);

        Assert.True(done.Done);
        var rows = await others.QueryAsync(Table, TableRange.Rows(partition), Cancellation).ToListAsync(Cancellation);
        Assert.Equal(["any", "new", "old"], rows.Select(row => row.RowKey));
        Assert.All(rows, row => Assert.Equal(1, row.GetInt32("Value")));
        Assert.Equal([.. new[] { "new", "old", "any" }.Select(key => rows.Single(row => row.RowKey == key).ETag), default], done.ETags);
    }

    [Fact]
    public async Task What_somebody_else_did_first_is_still_a_refusal()
    {
        var mine = await tables.InsertAsync(Table, Row("r", 1), Cancellation);
        await others.ReplaceAsync(Table, Row("r", 2), mine.ETag, Cancellation);
        next = Fault.Unsent;

        Assert.Equal(WriteOutcome.Exists, (await tables.InsertAsync(Table, Row("r", 3), Cancellation)).Outcome);
        Assert.Equal(WriteOutcome.Conflict, (await tables.ReplaceAsync(Table, Row("r", 3), mine.ETag, Cancellation)).Outcome);
        var both = await tables.TransactAsync(Table, [TableWrite.Insert(Row("s", 3)), TableWrite.Insert(Row("r", 3))], Cancellation);
        Assert.Equal((WriteOutcome.Exists, 1), (both.Outcome, both.Refused));
        Assert.Equal(2, (await others.GetAsync(Table, partition, "r", Cancellation))!.GetInt32("Value"));
        Assert.Null(await others.GetAsync(Table, partition, "s", Cancellation));
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_blob_is_put_once_and_deleted_once(Fault fault)
    {
        var name = $"{partition}/file.txt";
        next = fault;

        var made = await blobs.PutAsync(name, Text("one"), BlobCondition.Create, Cancellation);
        var changed = await blobs.PutAsync(name, Text("two"), BlobCondition.Match(made.ETag), Cancellation);
        var again = await blobs.PutAsync(name, Text("three"), BlobCondition.Create, Cancellation);

        Assert.Equal([WriteOutcome.Done, WriteOutcome.Done, WriteOutcome.Exists], new[] { made, changed, again }.Select(one => one.Outcome));
        using (var blob = await blobs.GetAsync(name, Cancellation))
        {
            using var reader = new StreamReader(blob!.Content);
            Assert.Equal("two", await reader.ReadToEndAsync(Cancellation));
            Assert.Equal(changed.ETag, blob.Info.ETag);
        }

        Assert.Equal(WriteOutcome.Done, await blobs.DeleteAsync(name, Cancellation));
    }

    [Fact]
    public async Task A_service_that_stays_busy_fails_the_call_and_nothing_is_written()
    {
        var options = new StorageOptions { Kind = StorageKind.Azure, ConnectionString = "UseDevelopmentStorage=true" };
        var busy = new FaultyTransport(_ => [Fault.Busy]) { EveryTry = true };
        var store = new AzureTableStore(new AzureClients(options, busy.Configure).Tables(options));

        var failure = await Assert.ThrowsAsync<Azure.RequestFailedException>(
            () => store.InsertAsync(Table, Row("r", 1), Cancellation));

        Assert.Equal(503, failure.Status);
        Assert.True(busy.Suffered > 3);
    }

    private static bool IsWrite(Request request) => request.Method != RequestMethod.Get && request.Method != RequestMethod.Head;

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private TableEntity Row(string key, int value) => new(partition, key) { ["Value"] = value };
}

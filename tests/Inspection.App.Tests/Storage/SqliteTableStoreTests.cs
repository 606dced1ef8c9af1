using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;

namespace Inspection.App.Tests.Storage;

public sealed class SqliteTableStoreTests : TableStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly SqliteTableStore store;

    public SqliteTableStoreTests() => store = Open();

    protected override StorageOptions Options => new() { Path = folder.Path };

    protected override ITableStore Store => store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_timestamp_is_the_time_of_the_last_write()
    {
        await store.InsertAsync(Table, Row("p", "r", 1), Cancellation);
        time.Advance(TimeSpan.FromMinutes(1));
        await store.UpsertAsync(Table, Row("p", "r", 2), Cancellation);

        Assert.Equal(time.GetUtcNow(), (await store.GetAsync(Table, "p", "r", Cancellation))!.Timestamp);
    }

    [Fact]
    public async Task What_was_written_is_there_when_the_file_is_opened_again()
    {
        await store.InsertAsync(Table, Row("p", "r", 1), Cancellation);
        store.Dispose();
        using var again = Open();

        Assert.Equal(1, (await again.GetAsync(Table, "p", "r", Cancellation))!["Value"]);
    }

    [Fact]
    public async Task Two_stores_on_one_file_write_at_once_and_see_each_other()
    {
        const int each = 200;
        using var other = Open();
        await Task.WhenAll(FillAsync(store, "one"), FillAsync(other, "two"));

        foreach (var reader in (ITableStore[])[store, other])
        {
            Assert.Equal(2 * each, await reader.QueryAsync(Table, TableRange.All, Cancellation).CountAsync(Cancellation));
            Assert.NotNull(await reader.GetAsync(Table, "one", $"{each - 1}", Cancellation));
        }

        async Task FillAsync(ITableStore into, string partition)
        {
            await Task.Yield();
            for (var i = 0; i < each; i++)
                Assert.True((await into.InsertAsync(Table, Row(partition, $"{i}", i), Cancellation)).Done);
        }
    }

    [Fact]
    public async Task Several_stores_may_make_the_file_at_once()
    {
        store.Dispose();
        for (var round = 0; round < 5; round++)
        {
            var file = Path.Combine(folder.Path, $"{round}", "inspection.db");
            var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new SqliteTableStore(file, time))));
            await Task.WhenAll(stores.Select((one, i) => one.InsertAsync(Table, Row("p", $"{i}", i), Cancellation)));
            Assert.Equal(4, await stores[0].QueryAsync(Table, TableRange.All, Cancellation).CountAsync(Cancellation));
            Array.ForEach(stores, one => one.Dispose());
        }
    }

    [Fact]
    public async Task Writes_that_wait_are_finished_when_the_store_closes()
    {
        var writes = Enumerable.Range(0, 500).Select(i => store.InsertAsync(Table, Row("p", $"{i}", i), Cancellation)).ToList();
        store.Dispose();

        Assert.All(await Task.WhenAll(writes), result => Assert.True(result.Done));
    }

    [Fact]
    public async Task A_transaction_that_is_refused_does_not_stop_the_ones_committed_with_it()
    {
        await store.InsertAsync(Table, Row("p", "taken", 0), Cancellation);
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => store.TransactAsync(
            Table,
            [TableWrite.Insert(Row("p", $"{i:d3}", i)), TableWrite.Insert(Row("p", i % 2 == 0 ? $"{i:d3}+" : "taken", i))],
            Cancellation)));

        Assert.All(results, (result, i) => Assert.Equal(i % 2 == 0, result.Done));
        Assert.Equal(201, (await ReadAsync(TableRange.Rows("p"))).Count);
    }

    [Fact]
    public void A_file_of_a_later_version_is_not_opened()
    {
        store.Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={FileName};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma user_version = 2";
            command.ExecuteNonQuery();
        }

        Assert.Contains("later version", Assert.Throws<InvalidDataException>(Open).Message, StringComparison.Ordinal);
    }

    private string FileName => Path.Combine(folder.Path, "inspection.db");

    private SqliteTableStore Open() => new(FileName, time);
}

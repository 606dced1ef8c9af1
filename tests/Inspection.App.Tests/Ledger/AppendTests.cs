using System.Text;
using Azure.Data.Tables;
using Inspection.App.Ledger;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Tests.Ledger;

public sealed class AppendTests : IDisposable
{
    private readonly LedgerFixture fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Entries_are_numbered_from_1_and_each_holds_the_hash_of_the_one_before()
    {
        var entries = await fixture.AppendAsync(3);

        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Number));
        Assert.Equal([null, entries[0].Hash, entries[1].Hash], entries.Select(entry => entry.Previous));
        Assert.Equal(entries[2].Head, (await fixture.Ledger.LastAsync(Cancellation))!.Head);
    }

    [Fact]
    public async Task The_hash_is_that_of_the_canonical_document_without_it()
    {
        var entry = await fixture.Ledger.AppendAsync(
            new LedgerDraft("void:d1", LedgerKind.Void, "d1", data: new Dictionary<string, string> { ["reason"] = "名单\"有误\"", ["by"] = "2" }),
            Cancellation);

        const string document = """
            {"data":{"by":"2","reason":"名单\"有误\""},"documentHash":"","key":"void:d1","kind":"Void","number":1,"previous":"","subject":"d1","time":"2026-11-02T01:00:00Z"}
            """;
        Assert.Equal(Digest.Of(Encoding.UTF8.GetBytes(document)), entry.Hash);
    }

    [Fact]
    public async Task What_is_appended_twice_is_announced_once()
    {
        var first = await fixture.Ledger.AppendAsync(LedgerFixture.Draft(1), Cancellation);
        await fixture.Ledger.AppendAsync(LedgerFixture.Draft(2), Cancellation);
        fixture.Time.Advance(TimeSpan.FromHours(1));

        var again = await fixture.Ledger.AppendAsync(LedgerFixture.Draft(1), Cancellation);

        Assert.Equal(first.Head, again.Head);
        Assert.Equal(2, (await fixture.Ledger.LastAsync(Cancellation))!.Number);
    }

    [Fact]
    public async Task One_key_cannot_announce_two_things()
    {
        await fixture.Ledger.AppendAsync(LedgerFixture.Draft(1), Cancellation);

        await Assert.ThrowsAsync<LedgerKeyTakenException>(
            () => fixture.Ledger.AppendAsync(LedgerFixture.Draft(1, LedgerKind.Record), Cancellation));
    }

    [Fact]
    public async Task The_ledgers_time_never_runs_back()
    {
        var first = await fixture.Ledger.AppendAsync(LedgerFixture.Draft(1), Cancellation);
        fixture.Time.Advance(TimeSpan.FromMinutes(-5));

        var second = await fixture.Ledger.AppendAsync(LedgerFixture.Draft(2), Cancellation);

        Assert.Equal(first.Time, second.Time);
    }

    [Fact]
    public async Task Many_writers_in_two_stores_make_one_chain_that_holds_each_key_once()
    {
        using var otherTables = fixture.OpenTables();
        var other = new ChainedLedger(new LedgerStore(otherTables), fixture.Time);
        // Every key is appended through both stores at once.
        await Task.WhenAll(Enumerable.Range(1, 24).SelectMany(number => new[]
        {
            Task.Run(() => fixture.Ledger.AppendAsync(LedgerFixture.Draft(number), Cancellation)),
            Task.Run(() => other.AppendAsync(LedgerFixture.Draft(number), Cancellation)),
        }));

        var entries = await ReadAsync();
        Assert.Equal(Enumerable.Range(1, 24).Select(number => (long)number), entries.Select(entry => entry.Number));
        Assert.Equal(24, entries.Select(entry => entry.Key).Distinct().Count());
        Assert.All(entries.Skip(1).Zip(entries), pair => Assert.Equal(pair.Second.Hash, pair.First.Previous));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_entry_whose_writer_was_killed_before_noting_it_counts_and_is_not_repeated(bool keyWasNoted)
    {
        await fixture.AppendAsync(2);
        var head = await fixture.Store.GetHeadAsync(Cancellation);
        await fixture.AppendAsync(3);
        await fixture.Tables.UpsertAsync(LedgerStore.Heads, HeadRow(head.Head), Cancellation);
        if (!keyWasNoted)
            await DeleteKeyAsync(LedgerFixture.Draft(3).Key);

        Assert.Equal(3, (await fixture.Ledger.FindAsync(LedgerFixture.Draft(3).Key, Cancellation))!.Number);
        var again = await fixture.Ledger.AppendAsync(LedgerFixture.Draft(3), Cancellation);
        var next = await fixture.Ledger.AppendAsync(LedgerFixture.Draft(4), Cancellation);

        Assert.Equal((3, 4), (again.Number, next.Number));
        Assert.Equal(4, (await fixture.Store.GetHeadAsync(Cancellation)).Head.Number);
        Assert.Equal(3, await fixture.Store.FindKeyAsync(LedgerFixture.Draft(3).Key, Cancellation));
    }

    [Fact]
    public async Task A_lost_head_is_found_again_by_walking()
    {
        await fixture.AppendAsync(5);
        await fixture.Tables.DeleteAsync(LedgerStore.Heads, "head", "head", Cancellation);

        Assert.Equal(6, (await fixture.Ledger.AppendAsync(LedgerFixture.Draft(6), Cancellation)).Number);
        Assert.Equal(6, (await fixture.Store.GetHeadAsync(Cancellation)).Head.Number);
    }

    [Fact]
    public async Task Nothing_is_appended_to_a_ledger_whose_end_was_cut_off()
    {
        await fixture.AppendAsync(3);
        await fixture.Tables.DeleteAsync(LedgerStore.Entries, LedgerStore.PartitionOf(3), LedgerStore.RowOf(3), Cancellation);

        await Assert.ThrowsAsync<LedgerDamagedException>(
            () => fixture.Ledger.AppendAsync(LedgerFixture.Draft(4), Cancellation));
    }

    [Theory]
    [InlineData("", "d1", "x")]
    [InlineData("k", "", "x")]
    [InlineData("k", "d1", "two\nlines")]
    [InlineData("k\u0000", "d1", "x")]
    public void Draft_OfTextThatNoCanonicalDocumentHolds_Throws(string key, string subject, string reason) =>
        Assert.Throws<ArgumentException>(() => new LedgerDraft(
            key, LedgerKind.Void, subject, data: new Dictionary<string, string> { ["reason"] = reason }));

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("原因")]
    public void Draft_OfDataWithSuchAName_Throws(string name) => Assert.Throws<ArgumentException>(() =>
        new LedgerDraft("k", LedgerKind.Void, "d1", data: new Dictionary<string, string> { [name] = "x" }));

    private static TableEntity HeadRow(NotedHead head) => new("head", "head")
    {
        [nameof(NotedHead.Number)] = head.Number,
        [nameof(NotedHead.Hash)] = head.Hash,
    };

    private async Task DeleteKeyAsync(string key)
    {
        await foreach (var row in fixture.Tables.QueryAsync(LedgerStore.Keys, TableRange.All, Cancellation))
        {
            if (row.RowKey == TableKey.Escape(key))
                await fixture.Tables.DeleteAsync(LedgerStore.Keys, row.PartitionKey, row.RowKey, Cancellation);
        }
    }

    private async Task<List<LedgerEntry>> ReadAsync()
    {
        var entries = new List<LedgerEntry>();
        await foreach (var (number, document) in fixture.Store.ReadAsync(1, cancellation: Cancellation))
            entries.Add(LedgerStore.Read(number, document));
        return entries;
    }
}

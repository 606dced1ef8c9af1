using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Tests.Storage;

/// <summary>What every adapter of <see cref="ITableStore"/> does; each runs these tests through a class of its own.</summary>
public abstract class TableStoreContract
{
    private static readonly ETag Stale = new("W/\"0000000000000000\"");

    /// <summary>Every character that a key may have, in order.</summary>
    private static readonly string KeyCharacters =
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("#/?\\"));

    /// <summary>The settings under which the store of this test can be opened, also by another process.</summary>
    protected abstract StorageOptions Options { get; }

    protected abstract ITableStore Store { get; }

    /// <summary>A table of this test's own.</summary>
    protected string Table { get; } = "t" + Guid.NewGuid().ToString("n");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_that_nobody_wrote_to_is_empty()
    {
        await Store.EnsureTableAsync(Table, Cancellation);
        await Store.EnsureTableAsync(Table, Cancellation);

        Assert.Null(await Store.GetAsync(Table, "p", "r", Cancellation));
        Assert.Empty(await ReadAsync(TableRange.All));
    }

    [Fact]
    public async Task A_table_that_was_never_made_reads_as_empty()
    {
        Assert.Null(await Store.GetAsync(Table, "p", "r", Cancellation));
        Assert.Empty(await ReadAsync(TableRange.All));
        Assert.Equal(WriteOutcome.Missing, (await Store.DeleteAsync(Table, "p", "r", Cancellation)).Outcome);
    }

    [Fact]
    public async Task Every_type_comes_back_as_it_was_written()
    {
        var written = new TableEntity("p", "r")
        {
            ["Text"] = "双随机、一公开 \"quoted\" \u0001\n\t 𠮷 end ",
            ["Empty"] = "",
            ["LooksLikeTime"] = "2026-11-01T00:00:00Z",
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["LongSmall"] = 7L,
            ["LongPastDouble"] = 9007199254740993L,
            ["Double"] = Math.PI,
            ["DoubleWhole"] = 3.0,
            ["DoubleTiny"] = double.Epsilon,
            ["True"] = true,
            ["False"] = false,
            ["Time"] = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddTicks(1234567),
            ["TimeFirst"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ["TimeLast"] = DateTimeOffset.MaxValue,
            ["Guid"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["Binary"] = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray(),
            ["BinaryEmpty"] = Array.Empty<byte>(),
        };

        await Store.InsertAsync(Table, written, Cancellation);
        var read = await GetAsync("p", "r");

        foreach (var (name, value) in EntityRules.Custom(written))
        {
            Assert.Equal(value, read[name]);
            Assert.Equal(value.GetType(), read[name].GetType());
        }

        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("Time")!.Value.Offset);
        Assert.Equal(EntityRules.Custom(written).Count(), EntityRules.Custom(read).Count());
    }

    [Fact]
    public async Task A_null_is_not_kept()
    {
        await Store.InsertAsync(Table, new TableEntity("p", "r") { ["Gone"] = null, ["Kept"] = 1 }, Cancellation);

        Assert.False((await GetAsync("p", "r")).ContainsKey("Gone"));
    }

    [Fact]
    public async Task A_write_replaces_all_properties()
    {
        await Store.UpsertAsync(Table, new TableEntity("p", "r") { ["Old"] = 1 }, Cancellation);
        await Store.UpsertAsync(Table, new TableEntity("p", "r") { ["New"] = 2 }, Cancellation);
        Assert.Equal("New", Assert.Single(EntityRules.Custom(await GetAsync("p", "r"))).Key);

        await Store.ReplaceAsync(Table, new TableEntity("p", "r") { ["Newer"] = 3 }, ETag.All, Cancellation);
        Assert.Equal("Newer", Assert.Single(EntityRules.Custom(await GetAsync("p", "r"))).Key);
    }

    [Fact]
    public async Task An_entity_can_be_inserted_once()
    {
        var first = await Store.InsertAsync(Table, Row("p", "r", 1), Cancellation);
        var second = await Store.InsertAsync(Table, Row("p", "r", 2), Cancellation);

        Assert.Equal(WriteOutcome.Done, first.Outcome);
        Assert.Equal(WriteOutcome.Exists, second.Outcome);
        Assert.Equal(1, (await GetAsync("p", "r"))["Value"]);
    }

    [Fact]
    public async Task A_replace_needs_the_ETag_of_the_last_write()
    {
        var inserted = await Store.InsertAsync(Table, Row("p", "r", 1), Cancellation);
        var replaced = await Store.ReplaceAsync(Table, Row("p", "r", 2), inserted.ETag, Cancellation);
        var late = await Store.ReplaceAsync(Table, Row("p", "r", 3), inserted.ETag, Cancellation);

        Assert.Equal(WriteOutcome.Done, replaced.Outcome);
        Assert.Equal(WriteOutcome.Conflict, late.Outcome);
        var read = await GetAsync("p", "r");
        Assert.Equal(2, read["Value"]);
        Assert.Equal(replaced.ETag, read.ETag);
    }

    [Fact]
    public async Task What_is_missing_can_be_neither_replaced_nor_deleted()
    {
        Assert.Equal(WriteOutcome.Missing, (await Store.ReplaceAsync(Table, Row("p", "r", 1), Stale, Cancellation)).Outcome);
        Assert.Equal(WriteOutcome.Missing, (await Store.ReplaceAsync(Table, Row("p", "r", 1), ETag.All, Cancellation)).Outcome);
        Assert.Equal(WriteOutcome.Missing, (await Store.DeleteAsync(Table, "p", "r", Stale, Cancellation)).Outcome);
        Assert.Equal(WriteOutcome.Missing, (await Store.DeleteAsync(Table, "p", "r", Cancellation)).Outcome);
    }

    [Fact]
    public async Task A_delete_with_an_ETag_needs_that_of_the_last_write()
    {
        var first = await Store.UpsertAsync(Table, Row("p", "r", 1), Cancellation);
        var second = await Store.UpsertAsync(Table, Row("p", "r", 1), Cancellation);

        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal(WriteOutcome.Conflict, (await Store.DeleteAsync(Table, "p", "r", first.ETag, Cancellation)).Outcome);
        Assert.Equal(WriteOutcome.Done, (await Store.DeleteAsync(Table, "p", "r", second.ETag, Cancellation)).Outcome);
        Assert.Null(await Store.GetAsync(Table, "p", "r", Cancellation));
    }

    [Fact]
    public async Task An_entity_made_anew_does_not_have_its_old_ETag()
    {
        var old = await Store.InsertAsync(Table, Row("p", "r", 1), Cancellation);
        await Store.DeleteAsync(Table, "p", "r", Cancellation);
        await Store.InsertAsync(Table, Row("p", "r", 1), Cancellation);

        Assert.Equal(WriteOutcome.Conflict, (await Store.ReplaceAsync(Table, Row("p", "r", 2), old.ETag, Cancellation)).Outcome);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("\"strong\"")]
    [InlineData("W/\"0\"")]
    public async Task An_ETag_that_no_store_made_is_a_conflict(string etag)
    {
        await Store.InsertAsync(Table, Row("p", "r", 1), Cancellation);

        Assert.Equal(WriteOutcome.Conflict, (await Store.ReplaceAsync(Table, Row("p", "r", 2), new ETag(etag), Cancellation)).Outcome);
        Assert.Equal(WriteOutcome.Conflict, (await Store.DeleteAsync(Table, "p", "r", new ETag(etag), Cancellation)).Outcome);
    }

    [Fact]
    public async Task Rows_come_in_the_byte_order_of_their_keys()
    {
        string[] keys = ["B", "a", "10", "9", "~", " ", "a b", "a!", "Z", "_", "a-b", "ab"];
        foreach (var key in keys)
            await Store.InsertAsync(Table, Row("p", key, 0), Cancellation);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await RowKeysAsync(TableRange.Rows("p")));
    }

    [Fact]
    public async Task A_range_has_its_beginning_and_lacks_its_end()
    {
        await FillAsync("o", "b");
        await FillAsync("p", "a", "b", "bb", "c", "d");
        await FillAsync("q", "b", "b~", "b~~x", "c", "~", "~a");

        Assert.Equal(["b", "bb", "c"], await RowKeysAsync(TableRange.Rows("p", "b", "d")));
        Assert.Equal(["c", "d"], await RowKeysAsync(TableRange.Rows("p", "bc")));
        Assert.Equal(["a"], await RowKeysAsync(TableRange.Rows("p", to: "b")));
        Assert.Equal(["b", "bb"], await RowKeysAsync(TableRange.RowsWithPrefix("p", "b")));
        Assert.Equal(["a", "b", "bb", "c", "d"], await RowKeysAsync(TableRange.RowsWithPrefix("p", "")));
        Assert.Equal(["b~", "b~~x"], await RowKeysAsync(TableRange.RowsWithPrefix("q", "b~")));
        Assert.Equal(["~", "~a"], await RowKeysAsync(TableRange.RowsWithPrefix("q", "~")));
        Assert.Empty(await RowKeysAsync(TableRange.Rows("p", "d", "a")));
        Assert.Empty(await RowKeysAsync(TableRange.Rows("none")));
    }

    [Fact]
    public async Task A_table_is_read_whole_or_by_partitions_in_the_order_of_both_keys()
    {
        await FillAsync("b2", "1", "2");
        await FillAsync("a", "9");
        await FillAsync("b1", "5", "6");
        await FillAsync("c", "0");

        Assert.Equal(["a 9", "b1 5", "b1 6", "b2 1", "b2 2", "c 0"], await KeysAsync(TableRange.All));
        Assert.Equal(["b1 5", "b1 6", "b2 1", "b2 2"], await KeysAsync(TableRange.Partitions("b1", "c")));
        Assert.Equal(["b2 1", "b2 2", "c 0"], await KeysAsync(TableRange.Partitions("b2")));
        Assert.Equal(["b1 5", "b1 6", "b2 1", "b2 2"], await KeysAsync(TableRange.PartitionsWithPrefix("b")));
    }

    [Fact]
    public async Task Tables_do_not_see_each_other()
    {
        await Store.InsertAsync(Table, Row("p", "r", 1), Cancellation);

        Assert.Null(await Store.GetAsync(Table + "x", "p", "r", Cancellation));
    }

    [Fact]
    public async Task Every_character_that_a_key_may_have_works_alone_and_among_others()
    {
        foreach (var c in KeyCharacters)
            await Store.InsertAsync(Table, Row($"{c}p{c}", $"{c}r{c}", c), Cancellation);
        await Store.InsertAsync(Table, Row(KeyCharacters, KeyCharacters, 0), Cancellation);

        foreach (var c in KeyCharacters)
        {
            Assert.Equal((int)c, (await GetAsync($"{c}p{c}", $"{c}r{c}"))["Value"]);
            Assert.Equal([$"{c}r{c}"], await RowKeysAsync(TableRange.RowsWithPrefix($"{c}p{c}", $"{c}")));
            Assert.Equal([$"{c}p{c} {c}r{c}"], await KeysAsync(TableRange.PartitionsWithPrefix($"{c}p")));
        }

        Assert.Equal(0, (await GetAsync(KeyCharacters, KeyCharacters))["Value"]);
        var partitions = (await ReadAsync(TableRange.All)).Select(entity => entity.PartitionKey).ToList();
        Assert.Equal(partitions.Order(StringComparer.Ordinal), partitions);
        foreach (var c in KeyCharacters)
            Assert.True((await Store.DeleteAsync(Table, $"{c}p{c}", $"{c}r{c}", Cancellation)).Done);
    }

    [Fact]
    public async Task Any_text_can_be_a_key_once_it_is_escaped()
    {
        string[] texts = ["a/b?c#d\\e", "食品安全（抽查）", "100%", "'; drop table", "\t", "𠮷"];
        await Store.TransactAsync(
            Table, [.. texts.Select((text, i) => TableWrite.Insert(Row("p", TableKey.Escape(text), i)))], Cancellation);

        for (var i = 0; i < texts.Length; i++)
            Assert.Equal(i, (await GetAsync("p", TableKey.Escape(texts[i])))["Value"]);
    }

    [Fact]
    public async Task Keys_may_have_512_characters()
    {
        var key = new string('k', EntityRules.MaxKey);
        await Store.InsertAsync(Table, Row(key, key, 1), Cancellation);

        Assert.Equal(1, (await GetAsync(key, key))["Value"]);
        await RefusesAsync(Row(key + "k", "r", 1), "512");
        await RefusesAsync(Row("p", key + "k", 1), "512");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("食品")]
    [InlineData("\u007f")]
    public async Task A_key_that_Azure_forbids_is_refused(string key)
    {
        await RefusesAsync(Row("p", key, 1), "row key");
        await RefusesAsync(Row(key, "r", 1), "partition key");
        await Assert.ThrowsAsync<StorageRuleException>(() => Store.GetAsync(Table, key, "r", Cancellation));
        await Assert.ThrowsAsync<StorageRuleException>(() => Store.DeleteAsync(Table, "p", key, Cancellation));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("Abc")]
    [InlineData("a-bc")]
    [InlineData("tables")]
    public async Task A_table_name_that_Azure_forbids_is_refused(string table)
    {
        await Assert.ThrowsAsync<StorageRuleException>(() => Store.EnsureTableAsync(table, Cancellation));
        await Assert.ThrowsAsync<StorageRuleException>(() => Store.UpsertAsync(table, Row("p", "r", 1), Cancellation));
    }

    [Fact]
    public async Task The_largest_properties_and_entity_are_kept_and_larger_ones_refused()
    {
        var text = new string('查', EntityRules.MaxString);
        var bytes = new byte[EntityRules.MaxBinary];
        await Store.InsertAsync(Table, new TableEntity("p", "r") { ["Text"] = text, ["Bytes"] = bytes }, Cancellation);
        var read = await GetAsync("p", "r");
        Assert.Equal(text, read["Text"]);
        Assert.Equal(bytes, read["Bytes"]);

        await RefusesAsync(new TableEntity("p", "r") { ["Text"] = text + "x" }, "32768");
        await RefusesAsync(new TableEntity("p", "r") { ["Bytes"] = new byte[bytes.Length + 1] }, "65536");

        var largest = Filled(EntityRules.MaxEntity);
        Assert.True((await Store.UpsertAsync(Table, largest, Cancellation)).Done);
        Assert.Equal(EntityRules.MaxEntity, EntityRules.SizeOf(await GetAsync("p", "filled")));
        await RefusesAsync(Filled(EntityRules.MaxEntity + 2), "1048512");
    }

    [Fact]
    public async Task An_entity_has_at_most_251_properties()
    {
        var entity = new TableEntity("p", "r");
        for (var i = 0; i < EntityRules.MaxProperties; i++)
            entity[$"P{i}"] = i;
        await Store.InsertAsync(Table, entity, Cancellation);
        Assert.Equal(EntityRules.MaxProperties, EntityRules.Custom(await GetAsync("p", "r")).Count());

        entity["More"] = 1;
        await RefusesAsync(entity, "251");
    }

    [Theory]
    [InlineData("1a")]
    [InlineData("a-b")]
    [InlineData("a.b")]
    [InlineData("名")]
    public async Task A_property_name_that_Azure_forbids_is_refused(string name) =>
        await RefusesAsync(new TableEntity("p", "r") { [name] = 1 }, "property");

    [Fact]
    public async Task A_value_that_would_come_back_as_another_is_refused()
    {
        object[] values = [1m, 1f, (short)1, 'c', new DateTime(2026, 1, 1), double.NaN, "\ud800", new[] { 1 }, default(DateTimeOffset)];
        foreach (var value in values)
            await RefusesAsync(new TableEntity("p", "r") { ["Value"] = value }, "Value");
    }

    [Fact]
    public async Task Pages_hold_what_was_asked_for_and_follow_each_other()
    {
        var keys = await FillAsync("p", [.. Enumerable.Range(0, 25).Select(i => $"{i:d3}")]);
        var sizes = new List<int>();
        var read = new List<string>();
        string? continuation = null;
        do
        {
            var page = await Store.QueryPageAsync(Table, TableRange.Rows("p"), 10, continuation, Cancellation);
            sizes.Add(page.Entities.Count);
            read.AddRange(page.Entities.Select(entity => entity.RowKey));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal([10, 10, 5], sizes);
        Assert.Equal(keys, read);
    }

    [Fact]
    public async Task Pages_go_over_partitions()
    {
        await FillAsync("a", "1", "2", "3");
        await FillAsync("b", "1");
        await FillAsync("c", "1", "2", "3");
        var read = new List<string>();
        string? continuation = null;
        do
        {
            var page = await Store.QueryPageAsync(Table, TableRange.Partitions("a", "d"), 2, continuation, Cancellation);
            read.AddRange(page.Entities.Select(entity => $"{entity.PartitionKey} {entity.RowKey}"));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(["a 1", "a 2", "a 3", "b 1", "c 1", "c 2", "c 3"], read);
    }

    [Fact]
    public async Task A_page_goes_on_after_the_last_one_whatever_was_written_in_between()
    {
        await FillAsync("p", "b", "d", "f", "h");
        var first = await Store.QueryPageAsync(Table, TableRange.Rows("p"), 2, null, Cancellation);
        await FillAsync("p", "a", "c", "d1", "i");
        await Store.DeleteAsync(Table, "p", "d", Cancellation);
        await Store.DeleteAsync(Table, "p", "f", Cancellation);
        var second = await Store.QueryPageAsync(Table, TableRange.Rows("p"), 10, first.Continuation, Cancellation);

        Assert.Equal(["b", "d"], first.Entities.Select(entity => entity.RowKey));
        Assert.Equal(["d1", "h", "i"], second.Entities.Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task A_continuation_cannot_lead_out_of_its_range()
    {
        await FillAsync("a", "1", "2");
        await FillAsync("b", "1", "2");
        await FillAsync("c", "1");
        var elsewhere = (await Store.QueryPageAsync(Table, TableRange.Rows("a"), 1, null, Cancellation)).Continuation;
        var page = await Store.QueryPageAsync(Table, TableRange.Rows("b"), 10, elsewhere, Cancellation);
        Assert.All(page.Entities, entity => Assert.Equal("b", entity.PartitionKey));

        var later = (await Store.QueryPageAsync(Table, TableRange.Rows("b"), 1, null, Cancellation)).Continuation;
        page = await Store.QueryPageAsync(Table, TableRange.Rows("a"), 10, later, Cancellation);
        Assert.All(page.Entities, entity => Assert.Equal("a", entity.PartitionKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!")]
    [InlineData("YQ")]
    [InlineData("YQBiAGM")]
    [InlineData("YQAj")]
    public async Task A_continuation_that_no_store_made_is_refused(string continuation) =>
        await Assert.ThrowsAsync<InvalidContinuationException>(
            () => Store.QueryPageAsync(Table, TableRange.Rows("a"), 10, continuation, Cancellation));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_of_no_or_too_many_entities_is_refused(int size) =>
        await Assert.ThrowsAsync<StorageRuleException>(
            () => Store.QueryPageAsync(Table, TableRange.All, size, null, Cancellation));

    [Fact]
    public async Task A_long_query_gives_each_entity_once()
    {
        var keys = Enumerable.Range(0, 1300).Select(i => $"{i:d5}").ToArray();
        foreach (var chunk in keys.Chunk(EntityRules.MaxTransaction))
            await Store.TransactAsync(Table, [.. chunk.Select(key => TableWrite.Insert(Row("p", key, 0)))], Cancellation);

        Assert.Equal(keys, await RowKeysAsync(TableRange.Rows("p")));
        Assert.Equal(keys, await RowKeysAsync(TableRange.All));
        var page = await Store.QueryPageAsync(Table, TableRange.Rows("p"), TablePage.MaxSize, null, Cancellation);
        Assert.Equal(TablePage.MaxSize, page.Entities.Count);
    }

    [Fact]
    public async Task A_transaction_does_all_its_writes()
    {
        var old = await Store.InsertAsync(Table, Row("p", "replaced", 0), Cancellation);
        var gone = await Store.InsertAsync(Table, Row("p", "deleted", 0), Cancellation);
        var result = await Store.TransactAsync(
            Table,
            [
                TableWrite.Insert(Row("p", "inserted", 1)),
                TableWrite.Replace(Row("p", "replaced", 2), old.ETag),
                TableWrite.Delete("p", "deleted", gone.ETag),
                TableWrite.Upsert(Row("p", "upserted", 3)),
            ],
            Cancellation);

        Assert.True(result.Done);
        Assert.Equal(["inserted", "replaced", "upserted"], await RowKeysAsync(TableRange.Rows("p")));
        Assert.Equal(result.ETags[1], (await GetAsync("p", "replaced")).ETag);
        Assert.Equal(default, result.ETags[2]);
    }

    [Theory]
    [InlineData(WriteOutcome.Exists)]
    [InlineData(WriteOutcome.Conflict)]
    [InlineData(WriteOutcome.Missing)]
    public async Task A_transaction_with_one_refused_write_writes_nothing(WriteOutcome reason)
    {
        await Store.InsertAsync(Table, Row("p", "there", 0), Cancellation);
        var refused = reason switch
        {
            WriteOutcome.Exists => TableWrite.Insert(Row("p", "there", 1)),
            WriteOutcome.Conflict => TableWrite.Replace(Row("p", "there", 1), Stale),
            _ => TableWrite.Delete("p", "missing"),
        };
        var result = await Store.TransactAsync(
            Table,
            [TableWrite.Upsert(Row("p", "before", 1)), refused, TableWrite.Insert(Row("p", "after", 1))],
            Cancellation);

        Assert.Equal(reason, result.Outcome);
        Assert.Equal(1, result.Refused);
        Assert.Empty(result.ETags);
        Assert.Equal(["there"], await RowKeysAsync(TableRange.Rows("p")));
        Assert.Equal(0, (await GetAsync("p", "there"))["Value"]);
    }

    [Fact]
    public async Task A_transaction_has_1_to_100_writes_to_different_entities_of_one_partition()
    {
        var writes = Enumerable.Range(0, 101).Select(i => TableWrite.Insert(Row("p", $"{i:d3}", i))).ToList();
        Assert.True((await Store.TransactAsync(Table, writes[..100], Cancellation)).Done);
        Assert.Equal(100, (await RowKeysAsync(TableRange.Rows("p"))).Count);

        await RefusesAsync(writes, "100");
        await RefusesAsync(writes[..0], "1 to 100");
        await RefusesAsync([TableWrite.Upsert(Row("p", "x", 1)), TableWrite.Upsert(Row("q", "x", 1))], "one partition");
        await RefusesAsync([TableWrite.Upsert(Row("p", "x", 1)), TableWrite.Delete("p", "x")], "twice");
        await RefusesAsync([TableWrite.Upsert(Row("p", "x", 1)), TableWrite.Upsert(Row("p", "a/b", 1))], "Escape");
        Assert.Equal(100, (await RowKeysAsync(TableRange.Rows("p"))).Count);
    }

    [Fact]
    public async Task A_transaction_of_up_to_4_MiB_on_the_wire_is_done()
    {
        var text = new string('x', 16_000);
        TableWrite[] writes = [.. Enumerable.Range(0, 100).Select(i => TableWrite.Insert(new TableEntity("p", $"{i}") { ["A"] = text, ["B"] = text }))];
        Assert.True((await Store.TransactAsync(Table, writes, Cancellation)).Done);

        var chinese = new string('查', 8_000);
        await RefusesAsync([.. Enumerable.Range(0, 100).Select(i => TableWrite.Upsert(new TableEntity("p", $"{i}") { ["A"] = chinese }))], "wire");
    }

    [Fact]
    public async Task A_counter_that_many_raise_at_once_misses_none()
    {
        const int tasks = 8, times = 10;
        await Store.InsertAsync(Table, Row("p", "counter", 0), Cancellation);
        await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < times;)
            {
                var read = await GetAsync("p", "counter");
                var next = Row("p", "counter", (int)read["Value"] + 1);
                if ((await Store.ReplaceAsync(Table, next, read.ETag, Cancellation)).Done)
                    done++;
            }
        })));

        Assert.Equal(tasks * times, (await GetAsync("p", "counter"))["Value"]);
    }

    [Fact]
    public async Task Of_many_that_insert_the_same_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => Task.Run(() => Store.InsertAsync(Table, Row("p", "r", i), Cancellation))));

        var winner = Array.FindIndex(results, result => result.Done);
        Assert.Equal(winner, (await GetAsync("p", "r"))["Value"]);
        Assert.Equal(19, results.Count(result => result.Outcome == WriteOutcome.Exists));
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_transaction()
    {
        using var stop = new CancellationTokenSource();
        await WriteVersionAsync(0);
        var writing = Task.Run(async () =>
        {
            for (var version = 1; !stop.IsCancellationRequested; version++)
                await WriteVersionAsync(version);
        }, Cancellation);
        for (var i = 0; i < 50; i++)
        {
            var page = await Store.QueryPageAsync(Table, TableRange.Rows("p"), 10, null, Cancellation);
            Assert.Single(page.Entities.Select(entity => entity["Value"]).Distinct());
        }

        await stop.CancelAsync();
        await writing;

        Task WriteVersionAsync(int version) => Store.TransactAsync(
            Table, [.. Enumerable.Range(0, 10).Select(i => TableWrite.Upsert(Row("p", $"{i}", version)))], Cancellation);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        await FillAsync("p", "a", "b");
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync(Table, "p", "a", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.InsertAsync(Table, Row("p", "c", 1), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.TransactAsync(Table, [TableWrite.Insert(Row("p", "c", 1))], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.QueryPageAsync(Table, TableRange.All, 10, null, cancelled));
        Assert.Equal(["a", "b"], await RowKeysAsync(TableRange.Rows("p")));
    }

    [Fact]
    public async Task A_query_stops_when_it_is_cancelled()
    {
        await FillAsync("p", "a", "b", "c");
        using var stop = new CancellationTokenSource();
        var read = new List<string>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var entity in Store.QueryAsync(Table, TableRange.All, stop.Token))
            {
                read.Add(entity.RowKey);
                await stop.CancelAsync();
            }
        });
        Assert.Equal(["a"], read);
    }

    [Fact]
    public async Task A_process_killed_while_it_writes_leaves_whole_transactions_only()
    {
        await Store.EnsureTableAsync(Table, Cancellation);
        using var answers = await WriterProcess.RunUntilKilledAsync(Options, Table, answered: 40, Cancellation);

        var rows = await ReadAsync(TableRange.All);
        var transactions = rows.ToLookup(row => (row.PartitionKey, (int)row["Transaction"]!));
        Assert.All(transactions, transaction => Assert.Equal(WriterProcess.RowsOfTransaction, transaction.Count()));
        Assert.All(answers.Transactions, answered => Assert.True(transactions.Contains(answered), $"{answered} was answered, but is gone"));
        Assert.True((await Store.InsertAsync(Table, Row("after", "r", 1), Cancellation)).Done);
    }

    protected async Task<IReadOnlyList<TableEntity>> ReadAsync(TableRange range) =>
        await Store.QueryAsync(Table, range, Cancellation).ToListAsync(Cancellation);

    protected static TableEntity Row(string partitionKey, string rowKey, int value) =>
        new(partitionKey, rowKey) { ["Value"] = value };

    private async Task<string[]> FillAsync(string partition, params string[] keys)
    {
        foreach (var key in keys)
            await Store.InsertAsync(Table, Row(partition, key, 0), Cancellation);
        return keys;
    }

    private async Task<TableEntity> GetAsync(string partition, string row) =>
        await Store.GetAsync(Table, partition, row, Cancellation) ?? throw new InvalidOperationException($"no {partition} / {row}");

    private async Task<IReadOnlyList<string>> RowKeysAsync(TableRange range) =>
        [.. (await ReadAsync(range)).Select(entity => entity.RowKey)];

    private async Task<IReadOnlyList<string>> KeysAsync(TableRange range) =>
        [.. (await ReadAsync(range)).Select(entity => $"{entity.PartitionKey} {entity.RowKey}")];

    private async Task RefusesAsync(TableEntity entity, string mention)
    {
        var refusal = await Assert.ThrowsAsync<StorageRuleException>(() => Store.UpsertAsync(Table, entity, Cancellation));
        Assert.Contains(mention, refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageRuleException>(() => Store.TransactAsync(Table, [TableWrite.Upsert(entity)], Cancellation));
    }

    private async Task RefusesAsync(IReadOnlyList<TableWrite> writes, string mention)
    {
        var refusal = await Assert.ThrowsAsync<StorageRuleException>(() => Store.TransactAsync(Table, writes, Cancellation));
        Assert.Contains(mention, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>An entity of exactly so many bytes. Of strings: Azurite counts the JSON, where bytes are longer.</summary>
    private static TableEntity Filled(int size)
    {
        var entity = new TableEntity("p", "filled");
        while (true)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"T{entity.Count:d3}");
            var left = (size - (int)EntityRules.SizeOf(entity) - (8 + (2 * name.Length) + 4)) / 2;
            entity[name] = new string('x', Math.Min(left, 30_000));
            if (left <= 30_000)
                return entity;
        }
    }
}

using Azure.Data.Tables;
using Inspection.App.Ledger;
using Inspection.App.Ledger.Stamps;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Tests.Ledger;

public sealed class VerificationTests : IDisposable
{
    private readonly LedgerFixture fixture = new();
    private readonly LedgerVerification verification;

    public VerificationTests() => verification = new LedgerVerification(fixture.Store, new StampStore(fixture.Tables));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_ledger_that_nobody_touched_holds_to_its_head()
    {
        var last = (await fixture.AppendAsync(6))[^1];

        var report = await verification.VerifyAsync(1, null, Cancellation);

        Assert.Equal((6, last.Hash.ToString(), null, null), (report.To, report.Hash, report.Next, report.Fault));
    }

    [Fact]
    public async Task An_empty_ledger_holds()
    {
        var report = await verification.VerifyAsync(null, null, Cancellation);

        Assert.Equal((0, null, null), (report.To, report.Next, report.Fault));
    }

    [Theory]
    [InlineData(nameof(LedgerDocument.Time), "2026-11-02T01:00:09Z", "hash")]
    [InlineData(nameof(LedgerDocument.Kind), "Record", "hash")]
    [InlineData(nameof(LedgerDocument.Kind), "Gift", "form")]
    [InlineData(nameof(LedgerDocument.Key), "notice:other", "hash")]
    [InlineData(nameof(LedgerDocument.Subject), "draw-9", "hash")]
    [InlineData(nameof(LedgerDocument.DocumentHash), "", "hash")]
    [InlineData(nameof(LedgerDocument.Data), "{\"title\":\"x\"}", "hash")]
    [InlineData(nameof(LedgerDocument.Data), "[]", "form")]
    [InlineData(nameof(LedgerDocument.Previous), "", "hash")]
    [InlineData(nameof(LedgerDocument.Hash), "0000000000000000000000000000000000000000000000000000000000000000", "hash")]
    [InlineData(nameof(LedgerDocument.Hash), "00", "form")]
    [InlineData(nameof(LedgerDocument.Number), 4L, "number")]
    [InlineData(nameof(LedgerDocument.Number), "3", "number")]
    public async Task A_changed_field_is_found_at_its_entry(string field, object value, string what)
    {
        await fixture.AppendAsync(5);
        await ChangeAsync(3, row => row[field] = value);

        Assert.Equal((3, what), await FaultAsync());
    }

    [Fact]
    public async Task A_changed_entry_that_was_hashed_anew_is_found_at_the_next_one()
    {
        var entries = await fixture.AppendAsync(5);
        var forged = entries[2] with { Subject = "draw-9" };
        await ChangeAsync(3, row => (row["Subject"], row["Hash"]) = (forged.Subject, forged.ComputeHash().ToString()));

        Assert.Equal((4, "previous"), await FaultAsync());
    }

    [Fact]
    public async Task A_deleted_entry_is_found()
    {
        await fixture.AppendAsync(5);
        await DeleteAsync(2);

        Assert.Equal((2, "entry"), await FaultAsync());
    }

    [Fact]
    public async Task Two_swapped_entries_are_found_at_the_first()
    {
        await fixture.AppendAsync(5);
        var (second, third) = (await RowAsync(2), await RowAsync(3));
        (second.RowKey, third.RowKey) = (third.RowKey, second.RowKey);
        await fixture.Tables.UpsertAsync(LedgerStore.Entries, second, Cancellation);
        await fixture.Tables.UpsertAsync(LedgerStore.Entries, third, Cancellation);

        Assert.Equal((2, "number"), await FaultAsync());
    }

    [Fact]
    public async Task A_forged_entry_behind_the_end_is_found()
    {
        await fixture.AppendAsync(3);
        var row = await RowAsync(3);
        row.RowKey = LedgerStore.RowOf(4);
        row["Number"] = 4L;
        await fixture.Tables.InsertAsync(LedgerStore.Entries, row, Cancellation);

        Assert.Equal((4, "hash"), await FaultAsync());
    }

    [Fact]
    public async Task A_cut_off_end_is_found_by_the_noted_head()
    {
        await fixture.AppendAsync(5);
        await DeleteAsync(4);
        await DeleteAsync(5);

        Assert.Equal((4, "entry"), await FaultAsync());
    }

    [Fact]
    public async Task A_history_that_was_written_anew_is_found_by_an_older_stamp()
    {
        await fixture.AppendAsync(2);
        var kept = new LedgerHead(2, Digest.Of("another history"u8));
        await new StampStore(fixture.Tables).AddAsync(
            new LedgerStamp(kept, fixture.Time.GetUtcNow(), "authority", true, new byte[] { 1 }), Cancellation);

        Assert.Equal((2, "head"), await FaultAsync());
    }

    [Fact]
    public async Task A_cut_off_end_is_found_by_what_was_verified_before()
    {
        await fixture.AppendAsync(5);
        await verification.VerifyAsync(null, null, Cancellation);
        await DeleteAsync(5);
        await fixture.Tables.DeleteAsync(LedgerStore.Heads, "head", "head", Cancellation);

        var report = await verification.VerifyAsync(null, null, Cancellation);

        Assert.Equal(5, report.Fault!.Number);
    }

    [Fact]
    public async Task What_was_verified_is_remembered_and_can_be_verified_anew()
    {
        await fixture.AppendAsync(3);
        await verification.VerifyAsync(null, null, Cancellation);
        await fixture.Ledger.AppendAsync(LedgerFixture.Draft(4), Cancellation);
        await ChangeAsync(2, row => row["Subject"] = "draw-9");

        var rest = await verification.VerifyAsync(null, null, Cancellation);
        var anew = await verification.VerifyAsync(1, null, Cancellation);
        var afterwards = await verification.VerifyAsync(null, null, Cancellation);

        Assert.Equal((4, 4, null), (rest.From, rest.To, rest.Fault));
        Assert.Equal(2, anew.Fault!.Number);
        Assert.Equal(2, afterwards.Fault!.Number);
    }

    [Fact]
    public async Task A_part_is_verified_from_the_entry_before_it()
    {
        await fixture.AppendAsync(6);
        var part = await verification.VerifyAsync(3, 4, Cancellation);
        await ChangeAsync(2, row => row["Subject"] = "draw-9");
        var broken = await verification.VerifyAsync(3, 4, Cancellation);

        Assert.Equal((3, 4, null, null), (part.From, part.To, part.Next, part.Fault));
        Assert.Equal(2, broken.Fault!.Number);
    }

    [Fact]
    public async Task A_long_ledger_is_verified_in_steps_over_the_borders_of_partitions()
    {
        const int count = LedgerStore.BlockSize + 3;
        await FillAsync(count);

        var (steps, next) = (0, (long?)1);
        while (next is { } from)
        {
            var report = await verification.VerifyAsync(from, null, Cancellation);
            Assert.Null(report.Fault);
            (steps, next) = (steps + 1, report.Next);
        }

        Assert.Equal(3, steps);
        Assert.Equal(count + 1, (await fixture.Ledger.AppendAsync(LedgerFixture.Draft(1), Cancellation)).Number);
    }

    // Through the store directly: as many appends would take a minute.
    private async Task FillAsync(int count)
    {
        LedgerEntry? last = null;
        var writes = new List<TableWrite>();
        for (var number = 1; number <= count; number++)
        {
            last = LedgerEntry.Next(last, new LedgerDraft($"fill:{number}", LedgerKind.Publication, "r"), fixture.Time.GetUtcNow());
            writes.Add(TableWrite.Insert(LedgerStore.RowOf(last)));
            if (writes.Count == EntityRules.MaxTransaction || number == count || number % LedgerStore.BlockSize == 0)
            {
                Assert.True((await fixture.Tables.TransactAsync(LedgerStore.Entries, writes, Cancellation)).Done);
                writes.Clear();
            }
        }

        await fixture.Store.MoveHeadAsync(last!, default, Cancellation);
    }

    private async Task<(long Number, string What)> FaultAsync()
    {
        var report = await verification.VerifyAsync(1, null, Cancellation);
        Assert.NotNull(report.Fault);
        return (report.Fault.Number, report.Fault.What);
    }

    private async Task<TableEntity> RowAsync(long number) =>
        (await fixture.Tables.GetAsync(LedgerStore.Entries, LedgerStore.PartitionOf(number), LedgerStore.RowOf(number), Cancellation))!;

    private async Task ChangeAsync(long number, Action<TableEntity> change)
    {
        var row = await RowAsync(number);
        change(row);
        await fixture.Tables.UpsertAsync(LedgerStore.Entries, row, Cancellation);
    }

    private Task<WriteResult> DeleteAsync(long number) =>
        fixture.Tables.DeleteAsync(LedgerStore.Entries, LedgerStore.PartitionOf(number), LedgerStore.RowOf(number), Cancellation);
}

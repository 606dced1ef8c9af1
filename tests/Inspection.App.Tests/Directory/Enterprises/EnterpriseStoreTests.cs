using Azure;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;

namespace Inspection.App.Tests.Directory;

public sealed class EnterpriseStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteTableStore sqlite;
    private readonly CountingStore tables;
    private readonly EnterpriseStore store;

    public EnterpriseStoreTests()
    {
        sqlite = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), new ManualTime());
        tables = new CountingStore(sqlite);
        store = new EnterpriseStore(tables);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        sqlite.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_enterprise_comes_back_as_it_was_saved_by_one_read()
    {
        var wanted = Sample.Enterprise(1, "云泽市瑞丰餐饮有限公司") with
        {
            RiskClass = RiskClass.Parse("C"),
            Industry = "餐饮服务",
            Address = "解放路1号",
            Status = "存续",
            RegisteredOn = new DateOnly(2019, 3, 5),
            Tags = ["学校周边", "网络餐饮"],
        };
        var saved = (await store.SaveAsync(wanted, null, Cancellation)).Value;
        var before = tables.Reads;
        var found = (await store.GetAsync(wanted.Uscc, Cancellation))!;

        Assert.Equal(1, tables.Reads - before);
        Assert.True(saved.IsNew);
        Assert.Equal(["学校周边", "网络餐饮"], found.Tags);
        Assert.NotEqual(default, found.ETag);
        Assert.Equal(new ManualTime().GetUtcNow(), found.UpdatedAt);
        Assert.Equal(
            wanted, found with { Tags = wanted.Tags, ETag = default, UpdatedAt = default });
    }

    [Fact]
    public async Task An_enterprise_that_moves_to_another_district_stays_one_and_is_scanned_there_alone()
    {
        var before = Sample.Enterprise(1, "瑞丰", "东区");
        await store.PutAsync([before, Sample.Enterprise(2, "恒达", "东区")], Cancellation);
        var read = (await store.GetAsync(before.Uscc, Cancellation))!;
        await store.SaveAsync(read with { District = "西区" }, read.ETag, Cancellation);

        Assert.Equal("西区", (await store.GetAsync(before.Uscc, Cancellation))!.District);
        Assert.Equal(["恒达"], await NamesAsync("东区"));
        Assert.Equal(["瑞丰"], await NamesAsync("西区"));
        Assert.Equal(2, await store.ScanAsync(cancellation: Cancellation).CountAsync(Cancellation));
        Assert.Equal(["东区", "西区"], await store.DistrictsAsync(Cancellation));
    }

    [Fact]
    public async Task A_scan_reads_every_enterprise_once_and_of_some_districts_those_alone()
    {
        var all = Sample.Enterprises(7000);
        await store.PutAsync(all, Cancellation);
        string[] districts = ["青檀区龙泉街道", "青檀区齐村镇", "nowhere"];

        var scanned = await store.ScanAsync(cancellation: Cancellation).Select(one => one.Uscc).ToListAsync(Cancellation);
        var some = await store.ScanAsync(districts, Cancellation).Select(one => one.Uscc).ToListAsync(Cancellation);

        Assert.Equal(all.Select(one => one.Uscc).Order(), scanned.Order());
        Assert.Equal(all.Where(one => districts.Contains(one.District)).Select(one => one.Uscc).Order(), some.Order());
        Assert.Empty(await store.ScanAsync(["nowhere"], Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_scan_can_be_left_early()
    {
        await store.PutAsync(Sample.Enterprises(3000), Cancellation);

        Assert.NotNull(await store.ScanAsync(cancellation: Cancellation).FirstAsync(Cancellation));
    }

    [Fact]
    public async Task A_scan_that_meets_a_damaged_row_fails_and_does_not_end_as_if_it_were_whole()
    {
        await store.PutAsync(Sample.Enterprises(100), Cancellation);
        var damaged = EnterpriseEntity.Of(Sample.Enterprise(1, "x"));
        damaged["Uscc"] = "no code";
        await sqlite.UpsertAsync("enterprises", damaged, Cancellation);

        await Assert.ThrowsAsync<ProtocolException>(
            () => store.ScanAsync(cancellation: Cancellation).CountAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_refused_and_so_is_its_deletion()
    {
        var first = (await store.SaveAsync(Sample.Enterprise(1, "瑞丰"), null, Cancellation)).Value.Value;
        await store.SaveAsync(first with { Name = "恒达" }, first.ETag, Cancellation);

        Assert.True((await store.SaveAsync(first with { Name = "x" }, first.ETag, Cancellation)).IsRefused(out var refusal));
        Assert.Equal(RefusalKind.Stale, refusal.Kind);
        Assert.Equal(RefusalKind.Stale, (await store.DeleteAsync(first.Uscc, first.ETag, Cancellation))!.Kind);
        Assert.Equal("恒达", (await store.GetAsync(first.Uscc, Cancellation))!.Name);
        Assert.Null(await store.DeleteAsync(first.Uscc, ETag.All, Cancellation));
        Assert.Equal(RefusalKind.NotFound, (await store.DeleteAsync(first.Uscc, ETag.All, Cancellation))!.Kind);
    }

    [Fact]
    public async Task Names_written_by_many_at_once_are_all_found()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            () => store.SaveAsync(Sample.Enterprise(i, $"云泽{i}号店"), null, Cancellation), Cancellation)));

        Assert.Equal(40, (await store.FindAsync(new EnterpriseQuery("云泽"), null, 100, Cancellation)).Items.Count);
    }

    private async Task<List<string>> NamesAsync(string district) =>
        await store.ScanAsync([district], Cancellation).Select(one => one.Name).ToListAsync(Cancellation);
}

using Inspection.App.Directory;
using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Outcomes;

/// <summary>The way of all public lists, shown on that of check items.</summary>
public sealed class PublicListTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteTableStore tables;
    private readonly CheckItemStore items;
    private readonly PublicItems shown;

    public PublicListTests()
    {
        tables = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), TimeProvider.System);
        items = new CheckItemStore(tables);
        shown = new PublicItems(tables);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        tables.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_thing_is_shown_changed_and_taken_away_as_it_is_stored()
    {
        await SaveAsync("A", "旧名", published: false);
        Assert.Null(await shown.FindAsync("A", Cancellation));

        await SaveAsync("A", "旧名", published: true);
        await SaveAsync("A", "新名", published: true);
        Assert.Equal("新名", (await shown.FindAsync("A", Cancellation))!.Name);
        Assert.Equal(["新名"], await NamesAsync());

        await items.DeleteAsync("A", Azure.ETag.All, Cancellation);
        Assert.Null(await shown.FindAsync("A", Cancellation));
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task Of_many_changes_at_once_the_public_side_ends_as_the_private_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var n = 0; n < 10; n++)
                    await SaveAsync("A", $"{writer}-{n}", published: (writer + n) % 3 != 0);
            },
            Cancellation)));

        var stored = (await items.GetAsync("A", Cancellation))!;
        Assert.Equal(stored.Published ? stored.Name : null, (await shown.FindAsync("A", Cancellation))?.Name);
        Assert.Equal(stored.Published ? [stored.Name] : [], await NamesAsync());
    }

    [Fact]
    public async Task What_a_crash_left_between_the_two_sides_is_mended_once()
    {
        await SaveAsync("A", "照旧", published: true);
        await SaveAsync("B", "收回前", published: true);
        await SaveAsync("C", "删除前", published: true);
        // Written by a process that died before it came to the public side.
        await StoreAloneAsync("B", "收回前", published: false);
        await StoreAloneAsync("D", "新公布", published: true);
        await tables.DeleteAsync(CheckItemStore.Table, CheckItemEntity.Partition, CheckItemEntity.Row("C"), Cancellation);

        Assert.Equal(3, await items.RepairPublicAsync(Cancellation));

        Assert.Equal(["照旧", "新公布"], await NamesAsync());
        Assert.Equal(0, await items.RepairPublicAsync(Cancellation));
    }

    private async Task SaveAsync(string code, string name, bool published) =>
        Assert.Null((await items.SaveAsync(Item(code, name, published), null, Cancellation)).Refusal);

    private async Task StoreAloneAsync(string code, string name, bool published) =>
        Assert.True((await tables.UpsertAsync(CheckItemStore.Table, CheckItemEntity.Of(Item(code, name, published)), Cancellation)).Done);

    private async Task<IEnumerable<string>> NamesAsync() => (await shown.ListAsync(100, null, Cancellation)).Items.Select(item => item.Name);

    private static CheckItem Item(string code, string name, bool published) => new() { Code = code, Name = name, Published = published };
}

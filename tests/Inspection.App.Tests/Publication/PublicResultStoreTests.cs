using Inspection.App.Publication;
using Inspection.App.Tests.Draws;

namespace Inspection.App.Tests.Publication;

public sealed class PublicResultStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_changes_a_result_in_its_place_in_every_list()
    {
        using var shelf = new PublicShelf();
        var world = PublicShelf.Made(0, 30);
        await shelf.PutAsync(world);
        var corrected = PublicShelf.Corrected(world[11]);
        IReadOnlyList<ResultQuery> queries =
            [new(), new() { Uscc = corrected.Uscc }, new() { DrawId = corrected.DrawId }, new() { Name = "公司" }];
        var before = await Task.WhenAll(queries.Select(async query => (await shelf.AllAsync(query)).Select(result => result.Id).ToList()));

        await shelf.PutAsync([corrected]);

        foreach (var (query, ids) in queries.Zip(before))
        {
            var after = await shelf.AllAsync(query);
            Assert.Equal(ids, after.Select(result => result.Id));
            Assert.Equal(2, Assert.Single(after, result => result.Id == corrected.Id).Revision);
        }

        // The month knows the new day of inspection.
        Assert.Contains(corrected.Id, (await shelf.AllAsync(new ResultQuery { To = corrected.InspectedOn })).Select(result => result.Id));
        Assert.Equal(2, (await shelf.Store.FindAsync(corrected.Id, Cancellation))!.Result.Revision);
    }

    [Fact]
    public async Task An_older_copy_never_takes_the_place_of_a_newer_one()
    {
        using var shelf = new PublicShelf();
        var first = PublicShelf.Made(0);
        await shelf.PutAsync([first]);
        var read = await shelf.Store.FindAsync(first.Id, Cancellation);
        var newer = PublicShelf.Corrected(first);
        await shelf.PutAsync([newer]);

        Assert.Null(await shelf.Store.WriteAsync(first with { TaskTitle = "旧" }, PublicShelf.MonthOf(first), read, Cancellation));
        // Whoever read the old row and has nothing to change writes its copies again, and finds newer ones there.
        Assert.NotNull(await shelf.Store.WriteAsync(first, PublicShelf.MonthOf(first), read, Cancellation));

        foreach (var query in new ResultQuery[] { new(), new() { Uscc = first.Uscc }, new() { DrawId = first.DrawId } })
            Assert.Equal(2, Assert.Single(await shelf.AllAsync(query)).Revision);
    }

    [Fact]
    public async Task Written_by_many_at_once_it_is_there_once_in_every_list()
    {
        using var shelf = new PublicShelf();
        var result = PublicShelf.Made(0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (await shelf.Store.WriteAsync(
                result, PublicShelf.MonthOf(result), await shelf.Store.FindAsync(result.Id, Cancellation), Cancellation) is null)
            {
                // Somebody else was faster.
            }
        }));

        foreach (var query in new ResultQuery[] { new(), new() { Uscc = result.Uscc }, new() { DrawId = result.DrawId }, new() { Name = "青檀" } })
            Assert.Single(await shelf.AllAsync(query));
        Assert.Equal(1, (await shelf.Store.FindAsync(result.Id, Cancellation))!.Sequence);
    }

    [Fact]
    public async Task A_result_of_any_length_is_kept_whole()
    {
        using var shelf = new PublicShelf();
        var made = PublicShelf.Made(0);
        var items = Enumerable.Range(0, 600).Select(i => made.Items[0] with { ItemCode = $"SP-{i}", ItemName = $"𠮷{new string('检', 100)}" });
        var result = made with { Items = [.. items] };

        await shelf.PutAsync([result]);

        var found = Assert.Single(await shelf.AllAsync(new ResultQuery { Item = "SP-599" }));
        Assert.Equal(result.Items, found.Items);
    }

    [Fact]
    public async Task A_write_that_dies_anywhere_is_whole_once_it_is_done_again()
    {
        var fuse = new Fuse();
        using var shelf = new PublicShelf(fuse.Around);
        var isWhole = false;
        for (var writes = 0; !isWhole; writes++)
        {
            var result = PublicShelf.Made(writes * 17);
            fuse.BlowAfter(writes);
            isWhole = await Fuse.FinishesAsync(() => shelf.PutAsync([result]));
            fuse.Mend();
            await shelf.PutAsync([result]);

            foreach (var query in new ResultQuery[] { new(), new() { Uscc = result.Uscc }, new() { DrawId = result.DrawId }, new() { Name = "青檀" } })
                Assert.Single(await shelf.AllAsync(query), found => found.Id == result.Id);
        }
    }
}

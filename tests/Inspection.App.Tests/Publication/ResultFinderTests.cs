using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Storage;

namespace Inspection.App.Tests.Publication;

public sealed class ResultFinderTests
{
    private static readonly IReadOnlyList<PublicResult> World = PublicShelf.Made(0, 150);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_combination_of_filters_finds_what_a_plain_search_finds_in_the_same_order()
    {
        using var shelf = new PublicShelf();
        await shelf.PutAsync(World);

        foreach (var query in Combinations())
        {
            var found = await shelf.AllAsync(query);
            Assert.Equal(PlainResults.Find(World, query), found.Select(result => result.Id));
        }
    }

    [Theory]
    [InlineData("青檀")]
    [InlineData("檀餐饮")]
    [InlineData("有限公司")]
    [InlineData("公司")]
    [InlineData("鲁味食品有限公司")]
    [InlineData("味鲁")]
    [InlineData("和食")]
    [InlineData("山餐")]
    public async Task Any_two_characters_of_a_name_find_it(string text)
    {
        using var shelf = new PublicShelf();
        await shelf.PutAsync(World);
        var query = new ResultQuery().WithText(text).Value;

        var found = await shelf.AllAsync(query);

        Assert.Equal(PlainResults.Find(World, query), found.Select(result => result.Id));
    }

    [Fact]
    public async Task A_code_in_full_finds_its_enterprise_however_it_is_typed()
    {
        using var shelf = new PublicShelf();
        await shelf.PutAsync(World);
        var wide = string.Concat(World[4].Uscc.ToLowerInvariant().Select(c => (char)(c - '!' + '\uFF01')));

        var found = await shelf.AllAsync(new ResultQuery().WithText($" {wide}").Value);

        Assert.NotEmpty(found);
        Assert.Equal(PlainResults.Find(World, new ResultQuery { Uscc = World[4].Uscc }), found.Select(result => result.Id));
    }

    [Fact]
    public async Task What_is_published_or_corrected_between_two_pages_neither_repeats_nor_hides_anything()
    {
        using var shelf = new PublicShelf();
        await shelf.PutAsync(World.Take(100));
        foreach (var query in new[] { new ResultQuery(), new ResultQuery { Name = "公司" }, new ResultQuery { DrawId = World[0].DrawId } })
        {
            var before = PlainResults.Find(await shelf.AllAsync(new ResultQuery()), query);
            var first = await shelf.Finder.FindAsync(query, null, 3, Cancellation);
            await shelf.PutAsync(World.Skip(100));
            await shelf.PutAsync(World.Take(100).Select(PublicShelf.Corrected));

            var rest = new List<string>();
            for (var cursor = first.Next; cursor is not null;)
            {
                var page = await shelf.Finder.FindAsync(query, cursor, 3, Cancellation);
                rest.AddRange(page.Rows.Select(row => row.Result.Id));
                cursor = page.Next;
            }

            IReadOnlyList<string> seen = [.. first.Rows.Select(row => row.Result.Id), .. rest];
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal(before, seen.Where(before.Contains));
        }
    }

    [Fact]
    public async Task A_request_looks_at_a_bounded_number_of_rows_whatever_it_asks_for()
    {
        var counting = default(CountingReads);
        using var shelf = new PublicShelf(store => counting = new CountingReads(store));
        await shelf.PutAsync(World);
        var one = World[20];
        var nothing = new ResultQuery { District = "无此区" };
        foreach (var query in new[] { nothing, nothing with { Name = "公司" }, nothing with { Uscc = one.Uscc }, nothing with { DrawId = one.DrawId } })
        {
            counting!.Start();
            await shelf.AllAsync(query, limit: 1000);
            Assert.InRange(counting.Rows, 0, 2000 + 400);
        }

        // A code reads its enterprise's rows and no other.
        counting!.Start();
        var found = await shelf.AllAsync(new ResultQuery { Uscc = one.Uscc }, limit: 1000);
        Assert.Equal((found.Count, 1), (counting.Rows, counting.Reads));

        // Months that cannot hold the day are passed over.
        counting.Start();
        await shelf.AllAsync(new ResultQuery { From = new DateOnly(2030, 1, 1) });
        Assert.InRange(counting.Rows, 0, 12);
    }

    [Fact]
    public async Task A_cursor_that_was_not_made_here_is_refused()
    {
        using var shelf = new PublicShelf();
        await Assert.ThrowsAsync<InvalidContinuationException>(() => shelf.Finder.FindAsync(new ResultQuery(), "nonsense!", 5, Cancellation));
    }

    [Theory]
    [InlineData("青")]
    [InlineData("𠮷")]
    public void One_character_is_too_little_to_search_by(string text) =>
        Assert.Equal("q", new ResultQuery().WithText(text).Refusal!.Rule);

    private static IEnumerable<ResultQuery> Combinations()
    {
        var one = World[7];
        return from uscc in new[] { null, one.Uscc }
               from draw in new[] { null, one.DrawId }
               from name in new[] { "", "食品" }
               from item in new[] { null, "XF-02" }
               from code in new ResultCode?[] { null, ResultCode.Pending }
               from department in new[] { null, "消防救援局" }
               from district in new[] { null, one.District }
               from days in new[] { (default(DateOnly?), default(DateOnly?)), (new DateOnly(2026, 9, 5), new DateOnly(2026, 10, 12)) }
               select new ResultQuery
               {
                   Uscc = uscc, DrawId = draw, Name = name, Item = item, Code = code, Department = department, District = district,
                   From = days.Item1, To = days.Item2,
               };
    }
}

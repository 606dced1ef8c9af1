using Inspection.App.Directory;
using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;

namespace Inspection.App.Tests.Directory;

public sealed class EnterpriseFinderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteTableStore sqlite;
    private readonly CountingStore tables;
    private readonly EnterpriseStore store;

    public EnterpriseFinderTests()
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
    public async Task Any_two_characters_of_a_name_find_exactly_the_enterprises_that_have_them_side_by_side()
    {
        var all = Sample.Enterprises(400);
        await store.PutAsync(all, Cancellation);
        var pieces = all.SelectMany(one => Enumerable.Range(0, one.Name.Length - 1).Select(i => one.Name.Substring(i, 2)));

        foreach (var piece in pieces.Distinct())
        {
            var expected = all.Where(one => one.Name.Contains(piece, StringComparison.Ordinal)).Select(one => one.Uscc);
            Assert.Equal(expected.Order(), (await AllAsync(new EnterpriseQuery(piece), 1000)).Order());
        }
    }

    [Theory]
    [InlineData("A1", "云泽ａ１超市")]
    [InlineData("ａ１超", "云泽A1超市")]
    [InlineData("𠮷野", "云泽𠮷野家")]
    [InlineData("(云泽)", "瑞丰（云泽）公司")]
    [InlineData("丰", "瑞丰")]
    [InlineData(" 瑞丰 ", "云泽瑞丰")]
    public async Task Width_and_case_of_letters_do_not_matter_and_one_character_finds_too(string text, string name)
    {
        await store.PutAsync([Sample.Enterprise(1, name), Sample.Enterprise(2, "恒达")], Cancellation);

        Assert.Equal(name, Assert.Single((await store.FindAsync(new EnterpriseQuery(text), null, 10, Cancellation)).Items).Name);
    }

    [Fact]
    public async Task A_name_that_was_changed_is_found_by_the_new_one_alone()
    {
        var first = (await store.SaveAsync(Sample.Enterprise(1, "云泽瑞丰"), null, Cancellation)).Value.Value;
        await store.SaveAsync(first with { Name = "云泽恒达" }, first.ETag, Cancellation);

        Assert.Empty(await AllAsync(new EnterpriseQuery("瑞丰"), 10));
        Assert.Single(await AllAsync(new EnterpriseQuery("恒达"), 10));
    }

    [Fact]
    public async Task A_code_finds_its_enterprise()
    {
        var all = Sample.Enterprises(50);
        await store.PutAsync(all, Cancellation);
        var text = all[7].Uscc.ToString();

        Assert.Equal([all[7].Uscc], await AllAsync(new EnterpriseQuery($" {text[..2]}{text[2..].ToLowerInvariant()}"), 10));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("有限", null, null)]
    [InlineData("有限公司", "青檀区龙泉街道", "B")]
    [InlineData(null, "青檀区龙泉街道", null)]
    [InlineData(null, null, "D")]
    public async Task Pages_of_any_size_give_every_enterprise_that_fits_once(string? text, string? district, string? riskClass)
    {
        var all = Sample.Enterprises(2000);
        await store.PutAsync(all, Cancellation);
        var query = new EnterpriseQuery(text, district, riskClass is null ? null : RiskClass.Parse(riskClass));
        var expected = all
            .Where(one => text is null || one.Name.Contains(text, StringComparison.Ordinal))
            .Where(one => district is null || one.District == district)
            .Where(one => riskClass is null || one.RiskClass?.ToString() == riskClass)
            .Select(one => one.Uscc).Order().ToList();

        foreach (var limit in (int[])[7, 50, 1000])
            Assert.Equal(expected, (await AllAsync(query, limit)).Order());
    }

    [Fact]
    public async Task Work_for_one_request_is_bounded_and_its_cursor_goes_on()
    {
        await store.PutAsync(Sample.Enterprises(12_000), Cancellation);
        var query = new EnterpriseQuery(District: "青檀区龙泉街道", RiskClass: RiskClass.Parse("Z"));
        var (pages, cursor) = (0, default(string));
        do
        {
            var before = tables.Reads;
            var page = await store.FindAsync(query, cursor, 10, Cancellation);
            Assert.InRange(tables.Reads - before, 1, 12);
            Assert.Empty(page.Items);
            (pages, cursor) = (pages + 1, page.Next);
        }
        while (cursor is not null);

        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task A_search_over_very_many_areas_ends_its_request_and_goes_on_to_the_last()
    {
        var places = Enumerable.Range(0, 600).Select(i => Sample.Enterprise(i, $"云泽瑞丰{i}", area: $"{370000 + i}")).ToList();
        await store.PutAsync([.. places, Sample.Enterprise(9999, "恒达", area: "999999")], Cancellation);
        var (found, pages, cursor) = (0, 0, default(string));
        do
        {
            var page = await store.FindAsync(new EnterpriseQuery("恒达"), cursor, 10, Cancellation);
            (found, pages, cursor) = (found + page.Items.Count, pages + 1, page.Next);
        }
        while (cursor is not null);

        Assert.Equal(1, found);
        Assert.InRange(pages, 2, 10);
    }

    [Fact]
    public async Task A_cursor_that_nobody_gave_is_refused_and_one_of_elsewhere_harmless()
    {
        await store.PutAsync(Sample.Enterprises(20), Cancellation);

        await Assert.ThrowsAsync<InvalidContinuationException>(
            () => store.FindAsync(new EnterpriseQuery(), "x!", 10, Cancellation));
        var elsewhere = new TableContinuation("a", "b").ToString();
        Assert.Empty((await store.FindAsync(new EnterpriseQuery(), elsewhere, 10, Cancellation)).Items);
    }

    private async Task<List<UnifiedSocialCreditCode>> AllAsync(EnterpriseQuery query, int limit)
    {
        var found = new List<UnifiedSocialCreditCode>();
        string? cursor = null;
        do
        {
            var page = await store.FindAsync(query, cursor, limit, Cancellation);
            Assert.InRange(page.Items.Count, 0, limit);
            found.AddRange(page.Items.Select(one => one.Uscc));
            cursor = page.Next;
        }
        while (cursor is not null);

        return found;
    }
}

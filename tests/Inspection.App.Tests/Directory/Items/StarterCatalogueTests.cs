using Inspection.App.Directory;

namespace Inspection.App.Tests.Directory;

public sealed class StarterCatalogueTests : IDisposable
{
    private readonly ImportBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public void The_catalogue_covers_the_fields_of_law_and_every_item_is_whole()
    {
        var items = StarterCatalogue.Read();

        Assert.InRange(items.Count, 25, 40);
        Assert.Equal(
            new[] { "食品", "药品", "特种设备", "危险化学品", "安全生产", "生态环境", "卫生健康", "登记事项", "公示信息" }.Order(),
            items.Select(item => item.Field).Distinct().Order());
        Assert.All(items, item =>
        {
            Assert.Empty(CheckItemRules.ProblemsOf(item));
            Assert.Matches("^《.+》第[一二三四五六七八九十百]+条", item.LegalBasis);
            Assert.True(item.Published);
            Assert.DoesNotContain("", new[] { item.SupervisingBody, item.Target, item.Measure, item.Handling, item.Frequency, item.Method });
        });
    }

    [Fact]
    public async Task It_fills_an_empty_store_and_leaves_any_other_as_it_is()
    {
        var catalogue = new StarterCatalogue(bench.Items);

        Assert.Equal(StarterCatalogue.Read().Count, await catalogue.LoadAsync(Cancellation));
        await bench.Items.DeleteAsync("SP-001", Azure.ETag.All, Cancellation);
        Assert.Equal(0, await catalogue.LoadAsync(Cancellation));
        Assert.Null(await bench.Items.GetAsync("SP-001", Cancellation));
        Assert.Equal(ItemCategory.Key, (await bench.Items.GetAsync("TZ-001", Cancellation))!.Category);
    }
}

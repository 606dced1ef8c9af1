using System.Collections.Concurrent;
using Inspection.App.Directory;
using Inspection.App.Pages.Console;
using Inspection.App.Planning;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Pages.Console;

public sealed class DraftPreviewsTests
{
    [Fact]
    public async Task Trying_out_rates_reads_the_directory_once_in_a_while_and_not_for_each_of_them()
    {
        var reads = new ConcurrentQueue<string>();
        var tap = new TappedStores { OnRead = reads.Enqueue };
        await using var fixture = await DrawFixture.StartAsync(configure: tap.Wire);
        var previews = fixture.Service<DraftPreviews>();

        Assert.Equal((40, 20 + 1 + 1), await PreviewAsync(previews, ("A", 10000), ("B", 100), ("C", 100)));
        Assert.Contains(EnterpriseStore.Table, reads);
        reads.Clear();
        Assert.Equal((40, 0 + 10 + 5), await PreviewAsync(previews, ("A", 0), ("B", 10000), ("C", 5000)));
        Assert.DoesNotContain(EnterpriseStore.Table, reads);

        // Without a class it is another count: its enterprises are left out.
        Assert.Equal((20, 10), await PreviewAsync(previews, ("B", 5000), ("C", 5000)));
        Assert.Contains(EnterpriseStore.Table, reads);
        reads.Clear();
        fixture.App.Time.Advance(TimeSpan.FromMinutes(6));
        await PreviewAsync(previews, ("B", 5000), ("C", 5000));
        Assert.Contains(EnterpriseStore.Table, reads);
    }

    [Fact]
    public async Task A_quota_of_more_than_there_are_is_warned_of_before_the_commitment_refuses_it()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var sampling = new TaskSampling { Mode = SamplingMode.Quotas, Quotas = new Dictionary<string, int> { ["A"] = 1, ["B"] = 1, ["C"] = 11 } };

        var preview = (await fixture.Service<DraftPreviews>().OfAsync(DrawFixture.Terms() with { Sampling = sampling }))!.Value.Value;

        Assert.Contains(preview.Sayings, static saying => saying.Chinese == "C 类只有 10 户，抽不出 11 户；请减少定额");
        Assert.Contains(preview.Warnings, static warning => warning.Contains("class C has 10 enterprises, fewer than the 11", StringComparison.Ordinal));
    }

    private static async Task<(int Roster, int Expected)> PreviewAsync(DraftPreviews previews, params (string Name, int Rate)[] rates)
    {
        var sampling = new TaskSampling { Mode = SamplingMode.Rates, Rates = rates.ToDictionary(static rate => rate.Name, static rate => rate.Rate) };
        var made = (await previews.OfAsync(DrawFixture.Terms() with { Sampling = sampling }))!.Value.Value;
        return (made.Roster, (int)Math.Round(made.Classes.Sum(static c => c.Expected)));
    }
}

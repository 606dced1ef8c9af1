using Inspection.App.Directory;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;

namespace Inspection.App.Tests.Scale;

[Collection<AzuriteTests>]
public sealed class LargeRosterTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_roster_of_50_000_is_written_read_committed_and_drawn_on_Azure_tables_and_blobs()
    {
        const int enterprises = 50_000;
        await using var app = await TestApp.StartAsync(
            [.. LargeDraw.Settings, ("Storage:Kind", "Azure"), ("Storage:ConnectionString", azurite.NewAccount())]);
        var codes = new SampleCodes(new SampleRandom(5));
        var store = app.Service<EnterpriseStore>();
        foreach (var portion in Enumerable.Range(0, enterprises).Select(i => Enterprise(codes.Make(1, true, i), i)).Chunk(10_000))
            await store.PutAsync(portion, Cancellation);
        var draw = new LargeDraw(app);

        var head = await draw.RunAsync();

        // Of 100: 60 in A, 30 in B, 9 in C, 1 in D; each quota is rounded up.
        Assert.Equal((enterprises, 30 + 15 + 9 + 3), (head.RosterSize, head.Selected));
        var report = await draw.VerifyAsync(head);
        Assert.True(report.NothingFailed, string.Join('\n', report.Checks));
    }

    [Fact]
    public async Task A_roster_of_a_million_is_read_committed_and_drawn_in_memory_that_does_not_grow_with_its_entities()
    {
        var small = await MillionProcess.RunAsync(100_000, Cancellation);
        var large = await MillionProcess.RunAsync(1_000_000, Cancellation);

        Assert.Equal((1_000_000, 600 + 300 + 180 + 50), (large.RosterSize, large.Selected));
        // Once each, but for the page that tells a shard's end.
        Assert.InRange(large.Pages, 1000, 1000 + EnterprisePlace.Shards);
        Assert.True(large.LargestRequest <= 4 * 1024 * 1024, $"one request carried {large.LargestRequest} bytes");
        // The protocol's arrays take a code, a class, a leaf with its tree, a salt and a ticket for each enterprise; its
        // entity alone, which holds the texts of a row, takes over a kilobyte.
        var each = (large.PeakBytes - small.PeakBytes) / (double)(large.RosterSize - small.RosterSize);
        Assert.True(each < 400, $"each enterprise takes {each:f0} bytes: {small} {large}");
    }

    private static Enterprise Enterprise(UnifiedSocialCreditCode code, int i) => new()
    {
        Uscc = code,
        Name = $"青檀区第{i}号食品经营有限公司",
        RiskClass = RiskClass.Parse((i % 100) switch { < 60 => "A", < 90 => "B", < 99 => "C", _ => "D" }),
        District = "青檀区",
        Status = "存续",
    };
}

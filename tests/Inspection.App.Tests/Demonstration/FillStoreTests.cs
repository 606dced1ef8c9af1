using System.Net;
using Inspection.App.Demonstration;
using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Ledger;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inspection.App.Tests.Demonstration;

public sealed class FillStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_store_is_filled_once_the_service_answers()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Environment = Environments.Development,
            Configure = static builder => builder.AddDemonstration(),
        });
        using var stranger = app.Anonymous;
        while (await app.Service<DemonstrationStore>().IsFilledAsync(Cancellation) is not true)
            await Task.Delay(50, Cancellation);

        await AssertFilledAsync(app);
        var draw = Assert.Single((await stranger.GetJson("/api/v1/public/draws")).Expect(HttpStatusCode.OK).Json["items"]!);
        Assert.Equal(("Drawn", true), ((string?)draw["state"], (bool)draw["isUnproven"]!));
        Assert.Single((await stranger.GetJson("/api/v1/public/plans")).Json["items"]!);
        Assert.Equal((string?)draw["taskId"], (string?)Assert.Single((await stranger.GetJson("/api/v1/public/tasks")).Json["items"]!)["id"]);
        Assert.NotEmpty((await stranger.GetJson("/api/v1/public/items")).Json["items"]!);
        var record = await stranger.GetByteArrayAsync($"/api/v1/public/draws/{draw["id"]}", Cancellation);
        var membership = await stranger.GetByteArrayAsync($"/api/v1/public/draws/{draw["id"]}/membership", Cancellation);
        var report = Verifier.Verify(new VerificationInput { PublicRecord = record, Membership = membership });
        Assert.True(report.NothingFailed, string.Join('\n', report.Checks));
        Assert.Equal(CheckStatus.Passed, report["membership"].Status);
    }

    [Fact]
    public async Task A_store_with_anything_in_it_is_left_alone()
    {
        await using var withUser = await StartAsync();
        using var somebody = await withUser.ClientAs(Role.Administrator);
        Assert.False(await withUser.Service<FillStore>().FillAsync(Cancellation));
        Assert.Empty(await withUser.Service<EnterpriseStore>().ListAsync(Cancellation).ToListAsync(Cancellation));

        await using var withItem = await StartAsync();
        await withItem.Service<CheckItemStore>().SaveAsync(new CheckItem { Code = "A", Name = "甲" }, null, Cancellation);
        Assert.False(await withItem.Service<FillStore>().FillAsync(Cancellation));
        Assert.Single(await withItem.Service<CheckItemStore>().ScanAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_fill_that_dies_at_any_of_its_writes_ends_the_same_at_the_next_start()
    {
        // Every write of a small part of them, and then some: the many of the registry are all alike.
        foreach (var writes in (int[])[0, 1, 2, 3, 5, 9, 30, 60, 75, 85, 95, 105, 115, 150, 190])
        {
            var fuse = new Fuse();
            await using var app = await StartAsync(fuse);
            fuse.BlowAfter(writes);
            await Assert.ThrowsAsync<IOException>(() => app.Service<FillStore>().FillAsync(Cancellation));
            fuse.Mend();
            // People may have begun to look around meanwhile; the store was chosen before.
            using var visitor = await app.ClientAs(Role.Administrator);

            Assert.Equal(writes > 0, await app.Service<FillStore>().FillAsync(Cancellation));
            if (writes > 0)
                await AssertFilledAsync(app);
        }
    }

    [Fact]
    public async Task Filled_again_it_stays_as_people_have_changed_it()
    {
        await using var app = await StartAsync();
        Assert.True(await app.Service<FillStore>().FillAsync(Cancellation));
        await app.Service<CheckItemStore>().DeleteAsync("SP-001", Azure.ETag.All, Cancellation);

        Assert.True(await app.Service<FillStore>().FillAsync(Cancellation));

        Assert.Null(await app.Service<CheckItemStore>().GetAsync("SP-001", Cancellation));
    }

    [Fact]
    public async Task Outside_of_Development_nothing_is_filled()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Configure = static builder => builder.AddDemonstration() });

        Assert.Null(app.Services.GetService<DemonstrationStore>());
        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), static service => service is FillStore);
    }

    private static async Task AssertFilledAsync(TestApp app)
    {
        Assert.Equal(SampleDirectories.Enterprises, await app.Service<EnterpriseStore>().ListAsync(Cancellation).CountAsync(Cancellation));
        Assert.Equal(SampleDirectories.Inspectors, await app.Service<InspectorStore>().ScanAsync(Cancellation).CountAsync(Cancellation));
        Assert.Equal(StarterCatalogue.Read().Count, await app.Service<CheckItemStore>().ScanAsync(Cancellation).CountAsync(Cancellation));
        var head = Assert.Single(await app.Service<DrawStore>().AllAsync(Cancellation).ToListAsync(Cancellation));
        Assert.True(head is { State: DrawState.Drawn, IsUnannounced: false, Attempt: 1, Selected: > 50 }, $"{head}");
        Assert.NotNull(await app.Service<ILedger>().FindAsync($"draw-{head.Id}:record", Cancellation));
        var results = (await app.Anonymous.GetJson($"/api/v1/public/results?draw={head.Id}")).Expect(HttpStatusCode.OK).Json["items"]!;
        Assert.Equal(8, results.Count());
        Assert.All(results, result => Assert.Equal(1, (int)result["revision"]!));
    }

    /// <summary>An app that fills its store when a test says so.</summary>
    private static Task<TestApp> StartAsync(Fuse? fuse = null) => TestApp.StartAsync(new TestAppOptions
    {
        Environment = Environments.Development,
        Configure = builder =>
        {
            fuse?.Wire(builder);
            builder.Services.AddSingleton<DemonstrationStore>();
            builder.Services.AddSingleton<FillStore>();
        },
    });
}

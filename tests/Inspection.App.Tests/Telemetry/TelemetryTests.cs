using System.Net;
using System.Text;
using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Ledger;
using Inspection.Drawing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Inspection.App.Tests.Telemetry;

/// <summary>A collector receives what the app tells of a whole draw, and its bytes are searched.</summary>
public sealed class TelemetryTests
{
    private const string ClassMark = "ZQMARK7";
    private const string BrowserMark = "browser-mark/1.0";
    private const string QueryMark = "query-mark";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draw_is_told_step_by_step_with_sizes_and_without_persons_classes_or_keys()
    {
        await using var collector = await LoopbackServer.StartAsync(_ => (200, []));
        await using var fixture = await DrawFixture.StartAsync(
            configure: builder => builder.Services.AddControllers().AddApplicationPart(typeof(ProbeController).Assembly),
            settings: ("Telemetry:Endpoint", collector.Address.AbsoluteUri));
        await MarkClassesAsync(fixture.Service<ITableStore>());

        var (id, secrets) = await DrawAsync(fixture);
        var told = Collect(fixture.App.Services, collector);

        foreach (var step in new[] { "commit", "roster", "seal", "announce", "reveal", "draw", "record" })
            Assert.Contains($"draw {step}", told, StringComparison.Ordinal);
        foreach (var expected in new[]
        {
            id, "inspection.roster", "inspection.selected", "inspection.draws", "http.server.request.duration",
            "api/v1/draws/{id}/reveal", "Request {RequestId} failed: {Method} {Route}", "InvalidOperationException",
        })
        {
            Assert.Contains(expected, told, StringComparison.Ordinal);
        }

        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_set_up()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<LoggerProvider>());
    }

    [Fact]
    public async Task A_collector_that_is_down_holds_nobody_up()
    {
        await using var app = await TestApp.StartAsync(("Telemetry:Endpoint", (await LoopbackServer.DeadAddressAsync()).AbsoluteUri));

        (await app.Anonymous.GetJson("/readyz")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_endpoint_that_is_none_stops_the_start()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(("Telemetry:Endpoint", "ftp://collector")));

        Assert.Contains("Telemetry:Endpoint", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Draws by ceremony, with requests that fail in between; what must not be told comes back with the draw's id.</summary>
    private static async Task<(string Id, IReadOnlyList<string> Secrets)> DrawAsync(DrawFixture fixture)
    {
        var terms = DrawFixture.Terms(DrawFixture.Ceremony("证人甲", "证人乙")) with
        {
            Sampling = new TaskSampling { Mode = SamplingMode.Rates, Rates = new Dictionary<string, int> { [ClassMark] = 2000 } },
        };
        using var scheduler = fixture.Scheduler;
        scheduler.DefaultRequestHeaders.Add("User-Agent", BrowserMark);
        var draw = await fixture.CommitAsync(terms);
        var id = (string)draw["id"]!;
        var links = draw["links"]!.Select(link => (string)link["link"]!).ToList();
        foreach (var link in links)
            (await fixture.App.Anonymous.PostJson($"/api/v1/contributions/{link}?note={QueryMark}", new { value = "314159" })).Expect(HttpStatusCode.OK);
        (await scheduler.PostJson($"/api/v1/draws/{id}/reveal")).Expect(HttpStatusCode.OK);
        (await fixture.App.Anonymous.GetJson($"/api/v1/public/probe/broken/{links[0]}")).Expect(HttpStatusCode.InternalServerError);
        (await fixture.App.Anonymous.GetJson($"/no/such/{QueryMark}")).Expect(HttpStatusCode.NotFound);

        var key = await fixture.Service<DrawFiles>().KeyAsync(await fixture.HeadOf(id), Cancellation);
        var selected = (await fixture.SelectionsOf(id)).Select(item => (string)item["uscc"]!);
        return (id,
        [
            .. links, .. selected, Convert.ToHexStringLower(key.Bytes), ClassMark, BrowserMark, QueryMark, ProbeController.Secret, "证人", "企业", "执法员", "SJ-0",
            scheduler.DefaultRequestHeaders.Authorization!.Parameter!, "127.0.0.1",
        ]);
    }

    private static async Task MarkClassesAsync(ITableStore tables)
    {
        var rows = await tables.QueryAsync(EnterpriseStore.Table, TableRange.All, Cancellation).ToListAsync(Cancellation);
        foreach (var row in rows)
        {
            var marked = EnterpriseEntity.Read(row) with { RiskClass = RiskClass.Parse(ClassMark) };
            await tables.UpsertAsync(EnterpriseStore.Table, EnterpriseEntity.Of(marked), Cancellation);
        }
    }

    /// <summary>Everything that was sent, as text: what is text in its format stands there as it is.</summary>
    private static string Collect(IServiceProvider services, LoopbackServer collector)
    {
        services.GetRequiredService<TracerProvider>().ForceFlush();
        services.GetRequiredService<MeterProvider>().ForceFlush();
        services.GetRequiredService<LoggerProvider>().ForceFlush();
        lock (collector.Requests)
            return string.Concat(collector.Requests.Select(Encoding.UTF8.GetString));
    }
}

using System.IO.Compression;
using System.Net;
using Inspection.App.Draws;
using Inspection.App.Oversight;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;

namespace Inspection.App.Tests.Oversight;

/// <summary>From draws and their results to the figures that people read.</summary>
public sealed class OverseeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rates_effects_and_fairness_follow_from_draws_and_reviewed_results()
    {
        await using var fixture = await DrawFixture.StartAsync(120);
        var id = await fixture.DrawAsync();
        var drawn = await DrawnAsync(fixture, id);
        foreach (var (uscc, i) in drawn.Select(static (uscc, i) => (uscc, i)).SkipLast(1))
            await fixture.PublishAsync(id, uscc, i % 3 == 0 ? ResultCode.Corrected : ResultCode.NoProblem, new DateOnly(2026, 11, 12));

        var report = await fixture.Service<Oversee>().RunAsync(Cancellation);
        var figures = (await fixture.Auditor.GetJson("/api/v1/oversight/figures?year=2026")).Expect(HttpStatusCode.OK).Json;
        var fairness = (await fixture.Auditor.GetJson("/api/v1/oversight/fairness?from=2026-01-01")).Expect(HttpStatusCode.OK).Json;

        Assert.True(report.IsComplete);
        var total = figures["rates"]!.Single(static row => (string)row["itemCode"]! == DrawFixture.ItemCode && (string)row["district"]! == "");
        Assert.Equal(drawn.Count - 1, (int)total["estimate"]!["inspected"]!);
        Assert.Equal((drawn.Count + 1) / 3, (int)total["estimate"]!["problems"]!);
        Assert.Equal((drawn.Count, 1), ((int)total["leftOut"]!["drawn"]!, (int)total["leftOut"]!["notReviewed"]!));
        var year = figures["effects"]!.First();
        Assert.Equal((drawn.Count, drawn.Count - 1), ((int)year["due"]!, (int)year["inspected"]!));
        Assert.Equal((1, 0, 0), ((int)fairness["draws"]!, fairness["notReproduced"]!.Count(), fairness["alarms"]!.Count()));
        Assert.Equal(0.01, (double)fairness["alarmRate"]!);
        Assert.NotEmpty(fairness["looks"]!);
    }

    [Fact]
    public async Task A_rate_counts_what_was_approved_last_and_not_what_is_being_corrected()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var uscc = (await DrawnAsync(fixture, id))[0];
        await fixture.PublishAsync(id, uscc, ResultCode.NoProblem, new DateOnly(2026, 11, 12));
        var store = fixture.Service<ResultStore>();
        var published = (await store.FindAsync(id, uscc, Cancellation))!;
        var corrected = published.Terms with { Items = [published.Terms.Items[0] with { Code = ResultCode.Pending }] };
        await store.ReplaceAsync(published with { State = ResultState.Draft, Revision = 2, Terms = corrected, CorrectionReason = "误录" }, Cancellation);

        await fixture.Service<Oversee>().RunAsync(Cancellation);

        var effects = (await fixture.Auditor.GetJson("/api/v1/oversight/figures?year=2026")).Expect(HttpStatusCode.OK).Json["effects"]!.First();
        Assert.Equal((1, 0), ((int)effects["inspected"]!, (int)effects["problems"]!));
    }

    [Fact]
    public async Task A_replaced_enterprise_is_gone_and_its_reserve_counts()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var drawn = await DrawnAsync(fixture, id);
        var replaced = (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/selections/{drawn[0]}/replace", new { reason = "Deregistered" }))
            .Expect(HttpStatusCode.OK).Json;

        await fixture.Service<Oversee>().RunAsync(Cancellation);

        var total = (await fixture.Auditor.GetJson($"/api/v1/oversight/rates?year=2026&item={DrawFixture.ItemCode}")).Expect(HttpStatusCode.OK).Json.First();
        Assert.Equal((drawn.Count + 1, 1), ((int)total["leftOut"]!["drawn"]!, (int)total["leftOut"]!["replaced"]!));
        Assert.NotNull((string?)replaced["replacedBy"]);
    }

    [Fact]
    public async Task A_record_that_does_not_follow_from_its_notice_is_named_whatever_chance_says()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        using (var tampered = new MemoryStream(await TamperedAsync(fixture, id)))
            await fixture.Service<IBlobStore>().PutAsync($"draws/{id}/{DrawFiles.Package}", tampered, cancellation: Cancellation);

        await fixture.Service<Oversee>().RunAsync(Cancellation);

        var fairness = (await fixture.Auditor.GetJson("/api/v1/oversight/fairness?from=2026-01-01")).Expect(HttpStatusCode.OK).Json;
        var named = Assert.Single(fairness["notReproduced"]!);
        Assert.Equal(id, (string?)named["drawId"]);
        Assert.Contains("selection", named["failed"]!.Select(static check => (string?)check));
    }

    [Fact]
    public async Task The_public_sees_totals_of_whole_months_that_tell_no_class_and_nothing_under_ten()
    {
        await using var fixture = await DrawFixture.StartAsync(400);
        var id = await fixture.DrawAsync();
        foreach (var (uscc, i) in (await DrawnAsync(fixture, id)).Select(static (uscc, i) => (uscc, i)))
            await fixture.PublishAsync(id, uscc, i % 2 == 0 ? ResultCode.Corrected : ResultCode.NoProblem, new DateOnly(2026, 11, 12));

        await fixture.Service<Oversee>().RunAsync(Cancellation);
        var before = (await fixture.App.Anonymous.GetJson("/api/v1/public/statistics?year=2026")).Expect(HttpStatusCode.OK).Json;
        fixture.App.Time.Advance(TimeSpan.FromDays(40));
        await fixture.Service<Oversee>().RunAsync(Cancellation);
        var answer = (await fixture.App.Anonymous.GetJson("/api/v1/public/statistics?year=2026")).Expect(HttpStatusCode.OK);

        Assert.Empty(before["rates"]!);
        var total = answer.Json["rates"]!.First();
        Assert.InRange((int)total["percent"]!, 30, 70);
        Assert.True((int)total["inspected"]! >= 10);
        Assert.DoesNotContain("class", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(answer.Json["rates"]!, static rate => (int)rate["inspected"]! < 10);
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(fixture, answer.ETag!));
        Assert.StartsWith("事项编码", await fixture.App.Anonymous.GetStringAsync("/api/v1/public/statistics/rates.csv?year=2026", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_twice_at_once_figures_are_the_same()
    {
        await using var fixture = await DrawFixture.StartAsync();
        await fixture.DrawAsync();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => fixture.Service<Oversee>().RunAsync(Cancellation)));
        var first = (await fixture.Auditor.GetJson("/api/v1/oversight/figures?year=2026")).Expect(HttpStatusCode.OK).Json;
        await fixture.Service<Oversee>().RunAsync(Cancellation);
        var second = (await fixture.Auditor.GetJson("/api/v1/oversight/figures?year=2026")).Json;

        Assert.Equal(first["rates"]!.ToString(), second["rates"]!.ToString());
    }

    private static async Task<IReadOnlyList<string>> DrawnAsync(DrawFixture fixture, string id) =>
        [.. (await fixture.SelectionsOf(id)).Where(static item => (bool)item["isVisited"]!).Select(static item => (string)item["uscc"]!)];

    private static async Task<HttpStatusCode> AgainAsync(DrawFixture fixture, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/public/statistics?year=2026");
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        using var response = await fixture.App.Anonymous.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    /// <summary>The draw's package with a reserve in place of the last that was drawn.</summary>
    private static async Task<byte[]> TamperedAsync(DrawFixture fixture, string id)
    {
        var files = PackageFile.Read(new MemoryStream(await fixture.Auditor.GetByteArrayAsync($"/api/v1/draws/{id}/package", Cancellation)));
        var record = DrawRecord.Parse(files[DrawRecord.FileName]);
        var favoured = record with { Selected = [.. record.Selected.SkipLast(1), record.Reserves[^1]], Reserves = [.. record.Reserves.SkipLast(1), record.Selected[^1]] };
        using var bytes = new MemoryStream();
        await using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync(Cancellation);
                await entry.WriteAsync(name == DrawRecord.FileName ? favoured.ToFile() : content, Cancellation);
            }
        }

        return bytes.ToArray();
    }
}

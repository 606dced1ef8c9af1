using System.Net;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Draws;

public sealed class PublicDrawTests
{
    private static readonly string[] Files = ["", "/status", "/notice", "/membership"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_public_answer_holds_an_enterprises_class_a_ticket_or_an_inspector()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var selections = await fixture.SelectionsOf(id);
        await fixture.Scheduler.PostJson(
            $"/api/v1/draws/{id}/selections/{(string)selections[0]["uscc"]!}/replace", new { reason = "Moved" });
        await fixture.CloseAsync(id);
        var thresholds = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Json["classes"]!.Select(c => (string)c["threshold"]!);
        var tickets = selections.Select(item => (string)item["ticket"]!).Except(thresholds).ToList();

        foreach (var path in Files.Select(file => $"/api/v1/public/draws/{id}{file}").Append("/api/v1/public/draws"))
        {
            var answer = (await fixture.App.Anonymous.GetJson(path)).Expect(HttpStatusCode.OK);
            Assert.DoesNotContain(tickets, ticket => answer.Text.Contains(ticket, StringComparison.Ordinal));
            Assert.DoesNotContain("SJ-", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("执法员", answer.Text, StringComparison.Ordinal);
            Assert.All(Objects(answer.Json), item => Assert.False(
                item.ContainsKey("uscc") && (item.ContainsKey("class") || item.ContainsKey("riskClass") || item.ContainsKey("ticket")),
                $"{path}: {item}"));
        }
    }

    [Fact]
    public async Task A_withheld_list_is_public_once_the_draw_is_closed()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync(DrawFixture.Terms() with { ListPublished = ListPublished.AfterVisits });
        var gone = (await fixture.SelectionsOf(id))[0];
        await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/selections/{(string)gone["uscc"]!}/replace", new { reason = "Moved" });

        foreach (var file in Files.Where(file => file != "/membership"))
        {
            var answer = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}{file}")).Expect(HttpStatusCode.OK);
            Assert.DoesNotContain((string)gone["uscc"]!, answer.Text, StringComparison.Ordinal);
        }

        (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/membership")).Expect(HttpStatusCode.NotFound);
        await fixture.CloseAsync(id);

        var record = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Contains((string?)gone["uscc"], record["selected"]!.Select(uscc => (string?)uscc));
        (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/membership")).Expect(HttpStatusCode.OK);
        var status = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/status")).Json;
        Assert.Equal((string?)gone["uscc"], (string?)status["replacements"]![0]!["uscc"]);
    }

    [Fact]
    public async Task An_open_draw_gives_everything_once_it_is_closed()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var terms = DrawFixture.Terms() with
        {
            Disclosure = Disclosure.Open,
            Sampling = new TaskSampling { Mode = SamplingMode.Quotas, Quotas = new Dictionary<string, int> { ["A"] = 3 } },
        };
        var id = await fixture.DrawAsync(terms);
        var path = $"/api/v1/public/draws/{id}/open.zip";

        (await fixture.App.Anonymous.GetJson(path)).Expect(HttpStatusCode.NotFound);
        await fixture.CloseAsync(id);

        var open = PackageFile.Read(new MemoryStream(await fixture.App.Anonymous.GetByteArrayAsync(path, Cancellation)));
        var report = Verifier.Verify(new VerificationInput { Package = open });
        Assert.True(report.NothingFailed, string.Join('\n', report.Checks));
        Assert.Equal(CheckStatus.Passed, report["selection"].Status);
    }

    [Fact]
    public async Task The_draws_of_a_task_are_listed_by_attempt_voided_ones_among_them()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var first = await fixture.DrawAsync();
        var task = (await fixture.HeadOf(first)).TaskId;
        await fixture.DrawAsync();
        foreach (var person in new[] { fixture.Scheduler, fixture.OtherScheduler })
            (await person.PostJson($"/api/v1/draws/{first}/void", new { reason = "底册有误" })).Expect(HttpStatusCode.OK);
        var second = (string)(await fixture.Scheduler.PostJson($"/api/v1/tasks/{task}/draw")).Expect(HttpStatusCode.Created).Json["id"]!;

        var shown = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws?task={task}")).Expect(HttpStatusCode.OK).Json["items"]!;

        Assert.Equal([(first, "Voided"), (second, "Committed")], shown.Select(draw => ((string)draw["id"]!, (string)draw["state"]!)));
    }

    [Fact]
    public async Task Public_files_have_versions_that_callers_can_name()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var first = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Expect(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/public/draws/{id}");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.ETag);

        using var second = await fixture.App.Anonymous.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Contains("max-age", first.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_sees_and_draws_its_own_tasks_only()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync();
        using var stranger = await fixture.App.ClientAs(Role.Scheduler, "fire", DrawFixture.Fire);
        using var own = await fixture.App.ClientAs(Role.Scheduler, "market", DrawFixture.Market);

        (await stranger.PostJson($"/api/v1/tasks/{task.Id}/draw")).Expect(HttpStatusCode.NotFound);
        var id = (string)(await own.PostJson($"/api/v1/tasks/{task.Id}/draw")).Expect(HttpStatusCode.Created).Json["id"]!;

        (await stranger.GetJson($"/api/v1/draws/{id}")).Expect(HttpStatusCode.NotFound);
        (await stranger.PostJson($"/api/v1/draws/{id}/reveal")).Expect(HttpStatusCode.NotFound);
        (await stranger.GetJson($"/api/v1/draws/{id}/selections")).Expect(HttpStatusCode.NotFound);
        Assert.Empty((await stranger.GetJson("/api/v1/draws")).Expect(HttpStatusCode.OK).Json["items"]!);
        Assert.Single((await own.GetJson("/api/v1/draws")).Expect(HttpStatusCode.OK).Json["items"]!);
    }

    private static IEnumerable<JObject> Objects(JToken token) =>
        token is JObject self ? [self, .. self.Descendants().OfType<JObject>()] : token.Children().SelectMany(Objects);
}

using System.Net;
using Inspection.App.Draws;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Draws;

public sealed class CeremonyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_draw_is_drawn_once_every_witness_has_contributed()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三", "李四")));
        var id = (string)draw["id"]!;
        var links = draw["links"]!;

        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/reveal")).ExpectRefusal(HttpStatusCode.Conflict, "entropy-not-out");
        await ContributeAsync(fixture, links[0]!, "314159");
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/reveal")).ExpectRefusal(HttpStatusCode.Conflict, "entropy-not-out");
        await ContributeAsync(fixture, links[1]!, "271828");
        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

        Assert.Equal(DrawState.Drawn, (await fixture.HeadOf(id)).State);
        var record = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(["314159", "271828"], record["entropy"]!["contributions"]!.Select(c => (string?)c["value"]));
    }

    [Fact]
    public async Task A_contribution_is_digits_given_once_through_the_newest_link()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三", "李四")));
        var id = (string)draw["id"]!;
        var old = $"/api/v1/contributions/{(string)draw["links"]![0]!["link"]!}";
        var reissued = (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/witnesses/张三/link")).Expect(HttpStatusCode.OK).Json;
        var path = $"/api/v1/contributions/{(string)reissued["link"]!}";

        (await fixture.App.Anonymous.PostJson(old, new { value = "123456" })).Expect(HttpStatusCode.NotFound);
        var asked = (await fixture.App.Anonymous.GetJson(path)).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("张三", 6, false), ((string?)asked["witness"], (int)asked["digits"]!, (bool)asked["isContributed"]!));
        foreach (var wrong in new[] { "12345", "1234567", "12345a", "１２３４５６", "" })
            (await fixture.App.Anonymous.PostJson(path, new { value = wrong })).Expect(HttpStatusCode.BadRequest);
        (await fixture.App.Anonymous.PostJson(path, new { value = "123456" })).Expect(HttpStatusCode.OK);
        (await fixture.App.Anonymous.PostJson(path, new { value = "654321" })).ExpectRefusal(HttpStatusCode.Conflict, "already-contributed");
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/witnesses/张三/link")).ExpectRefusal(HttpStatusCode.Conflict, "already-contributed");
        (await fixture.App.Anonymous.GetJson("/api/v1/contributions/abc")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_reads_a_contribution_before_all_are_in()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三", "李四")));
        await ContributeAsync(fixture, draw["links"]![0]!, "987650");

        var seen = (await fixture.Scheduler.GetJson($"/api/v1/draws/{(string)draw["id"]!}")).Expect(HttpStatusCode.OK);

        Assert.DoesNotContain("987650", seen.Text, StringComparison.Ordinal);
        Assert.NotNull((string?)seen.Json["witnesses"]![0]!["contributedAt"]);
        Assert.Empty(seen.Json["links"]!);
        foreach (var file in System.IO.Directory.EnumerateFiles(fixture.App.StorePath, "*", SearchOption.AllDirectories))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("987650", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_draw_names_all_witnesses_and_how_far_each_is()
    {
        await using var fixture = await DrawFixture.StartAsync(settings: ("Answers:WithinSeconds", "0"));
        var task = await fixture.TaskAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三", "李四", "王五")));
        var id = (string)(await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).Expect(HttpStatusCode.Accepted).Json["id"]!;
        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);
        Assert.Equal([("张三", false, false), ("李四", false, false), ("王五", false, false)], await WitnessesAsync(fixture, id));

        var one = (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/witnesses/李四/link")).Expect(HttpStatusCode.OK).Json;
        await ContributeAsync(fixture, one, "314159");
        Assert.Equal([("张三", false, false), ("李四", true, true), ("王五", false, false)], await WitnessesAsync(fixture, id));

        var rest = (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/links")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(["张三", "王五"], rest.Select(link => (string?)link["witness"]));
        Assert.Empty((await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/links")).Expect(HttpStatusCode.OK).Json);
        foreach (var link in rest)
            await ContributeAsync(fixture, link, "271828");
        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);
        Assert.Equal([("张三", true, true), ("李四", true, true), ("王五", true, true)], await WitnessesAsync(fixture, id));
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/links")).ExpectRefusal(HttpStatusCode.Conflict, "not-committed");
    }

    private static async Task<IEnumerable<(string, bool, bool)>> WitnessesAsync(DrawFixture fixture, string id) =>
        (await fixture.Scheduler.GetJson($"/api/v1/draws/{id}")).Expect(HttpStatusCode.OK).Json["witnesses"]!
            .Select(witness => ((string)witness["name"]!, (bool)witness["hasLink"]!, (string?)witness["contributedAt"] is not null));

    private static async Task ContributeAsync(DrawFixture fixture, JToken link, string value) =>
        (await fixture.App.Anonymous.PostJson($"/api/v1/contributions/{(string)link["link"]!}", new { value })).Expect(HttpStatusCode.OK);
}

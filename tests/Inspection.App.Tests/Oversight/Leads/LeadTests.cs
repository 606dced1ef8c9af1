using System.Net;
using System.Net.Http.Headers;
using Inspection.App.Directory;
using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Oversight.Leads;

public sealed class LeadTests
{
    private const string Leads = "/api/v1/public/leads";
    private const string Words = "该店长期使用过期原料，冷柜最下层可以看到。";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_receipt_shows_where_a_lead_stands_and_no_word_of_it()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var received = await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words, name = "张三", phone = "13800000000" });

        var shown = (await fixture.App.Anonymous.GetJson($"{Leads}/{(string)received["receipt"]!}")).Expect(HttpStatusCode.OK);

        Assert.Equal(["state", "receivedAt", "answer", "resultId"], ((JObject)shown.Json).Properties().Select(static one => one.Name));
        Assert.Equal("Received", (string?)shown.Json["state"]);
        Assert.Equal("no-store", shown.Headers["Cache-Control"]);
        (await fixture.App.Anonymous.GetJson($"{Leads}/{new string('0', 20)}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_decides_reads_the_lead_and_the_tables_tell_neither_the_reporter_nor_the_receipt()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var receipt = (string)(await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words, name = "张三", phone = "13800000000" }))["receipt"]!;

        var lead = await OnlyAsync(fixture);

        Assert.Equal((Words, "青檀路小吃店", "张三", "13800000000"), ((string?)lead["text"], (string?)lead["subject"], (string?)lead["contact"]!["name"], (string?)lead["contact"]!["phone"]));
        foreach (var table in new[] { "leads", "publicleads" })
        {
            await foreach (var row in fixture.Service<ITableStore>().QueryAsync(table, TableRange.All, Cancellation))
            {
                var text = string.Join('\n', row.Select(static pair => $"{pair.Value}").Append(row.RowKey));
                Assert.DoesNotContain("张三", text, StringComparison.Ordinal);
                Assert.DoesNotContain("13800000000", text, StringComparison.Ordinal);
                Assert.DoesNotContain(receipt, text, StringComparison.Ordinal);
                Assert.True(table == "leads" || !text.Contains("小吃店", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Nobody_has_to_say_who_they_are()
    {
        await using var fixture = await DrawFixture.StartAsync();
        await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words });

        Assert.Equal(JTokenType.Null, (await OnlyAsync(fixture))["contact"]!.Type);
    }

    [Fact]
    public async Task What_no_person_sends_is_forgotten_and_floods_are_refused()
    {
        await using var fixture = await DrawFixture.StartAsync();
        await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words, website = "casino" });
        Assert.Empty(await AllAsync(fixture));

        for (var i = 0; i < 3; i++)
            await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words });
        (await fixture.App.Anonymous.PostJson(Leads, new { subject = "青檀路小吃店", text = Words })).ExpectRefusal(HttpStatusCode.Conflict, "received-before");
        fixture.App.Time.Advance(TimeSpan.FromDays(1));
        await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words });
    }

    [Theory]
    [InlineData("subject", "")]
    [InlineData("text", "过期")]
    [InlineData("text", "看 http://a.example http://b.example http://c.example www.d.example")]
    [InlineData("uscc", "91379901")]
    [InlineData("phone", "call me")]
    public async Task What_nobody_can_look_into_is_refused_with_what_to_do(string member, string value)
    {
        await using var fixture = await DrawFixture.StartAsync();
        var request = new JObject { ["subject"] = "青檀路小吃店", ["text"] = Words, [member] = value };

        (await fixture.App.Anonymous.PostJson(Leads, request)).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Photos_are_taken_by_their_content_until_somebody_decides_and_read_by_who_decides()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var reviewer = await fixture.App.ClientAs(Role.Reviewer);
        var receipt = (string)(await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words }))["receipt"]!;
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(fixture, receipt, photo)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(fixture, receipt, photo)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(fixture, receipt, "<script>"u8.ToArray())).StatusCode);
        var lead = await OnlyAsync(fixture);
        var file = Assert.Single(lead["files"]!);
        Assert.Equal(photo, await reviewer.GetByteArrayAsync($"/api/v1/oversight/leads/{(string)lead["id"]!}/files/{(string)file["sha256"]!}", Cancellation));

        (await reviewer.PostJson($"/api/v1/oversight/leads/{(string)lead["id"]!}/dismiss", new { answer = "已核实，原料在保质期内" })).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(fixture, receipt, [0xFF, 0xD8, 0xFF, 0xE0, 9])).StatusCode);
    }

    [Fact]
    public async Task A_lead_that_is_not_followed_says_why_and_is_decided_on_once()
    {
        await using var fixture = await DrawFixture.StartAsync();
        using var reviewer = await fixture.App.ClientAs(Role.Reviewer);
        var receipt = (string)(await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words }))["receipt"]!;
        var id = (string)(await OnlyAsync(fixture))["id"]!;

        (await reviewer.PostJson($"/api/v1/oversight/leads/{id}/dismiss", new { answer = "不属于本机关管辖" })).Expect(HttpStatusCode.OK);

        var shown = (await fixture.App.Anonymous.GetJson($"{Leads}/{receipt}")).Json;
        Assert.Equal(("Dismissed", "不属于本机关管辖"), ((string?)shown["state"], (string?)shown["answer"]));
        (await reviewer.PostJson($"/api/v1/oversight/leads/{id}/dismiss", new { answer = "再想想" })).ExpectRefusal(HttpStatusCode.Conflict, "lead-decided");
        (await fixture.Scheduler.PostJson($"/api/v1/oversight/leads/{id}/confirm", await ConfirmationAsync(fixture))).ExpectRefusal(HttpStatusCode.Conflict, "lead-decided");
    }

    [Fact]
    public async Task A_confirmed_lead_becomes_one_targeted_task_and_its_public_result_reaches_the_reporter()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var receipt = (string)(await ReportAsync(fixture, new { subject = "青檀路小吃店", text = Words }))["receipt"]!;
        var id = (string)(await OnlyAsync(fixture))["id"]!;
        var confirmation = await ConfirmationAsync(fixture);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => fixture.Scheduler.PostJson($"/api/v1/oversight/leads/{id}/confirm", confirmation)));

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        var task = Assert.Single(await fixture.Service<TaskStore>().AllAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal((TaskState.Draft, TargetReason.Lead), (task.State, task.Terms.Target!.Reason));
        Assert.DoesNotContain("原料", StoredJson.Write(task.Terms), StringComparison.Ordinal);
        (await fixture.Head.PostJson($"/api/v1/tasks/{task.Id}/approve")).Expect(HttpStatusCode.OK);
        var draw = (string)(await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).Expect(HttpStatusCode.Created).Json["id"]!;
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{draw}/reveal")).Expect(HttpStatusCode.OK);
        await fixture.Service<Oversee>().RunAsync(Cancellation);
        Assert.Equal("Confirmed", await StateAsync(fixture, receipt));

        await fixture.PublishAsync(draw, (string)confirmation["uscc"]!, ResultCode.Pending, new DateOnly(2026, 11, 12));
        await fixture.Service<Oversee>().RunAsync(Cancellation);

        var shown = (await fixture.App.Anonymous.GetJson($"{Leads}/{receipt}")).Json;
        Assert.Equal(("Inspected", $"{draw}-{(string)confirmation["uscc"]!}"), ((string?)shown["state"], (string?)shown["resultId"]));
    }

    [Fact]
    public async Task Leads_are_for_who_decides_on_them_alone()
    {
        await using var fixture = await DrawFixture.StartAsync();
        foreach (var client in new[] { fixture.Head, fixture.Auditor })
            (await client.GetJson("/api/v1/oversight/leads")).ExpectRefusal(HttpStatusCode.Forbidden, "role-needed");
    }

    private static async Task<JToken> ReportAsync(DrawFixture fixture, object request) =>
        (await fixture.App.Anonymous.PostJson(Leads, request)).Expect(HttpStatusCode.Created).Json;

    private static async Task<HttpResponseMessage> SendAsync(DrawFixture fixture, string receipt, byte[] bytes)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        form.Add(content, "file", "冷柜.png");
        return await fixture.App.Anonymous.PostAsync(new Uri($"{Leads}/{receipt}/files", UriKind.Relative), form, Cancellation);
    }

    private static async Task<JObject> ConfirmationAsync(DrawFixture fixture) => new()
    {
        ["uscc"] = (await fixture.Service<EnterpriseStore>().ListAsync(Cancellation).FirstAsync(Cancellation)).Uscc.ToString(),
        ["title"] = "食品经营专项检查",
        ["itemCodes"] = new JArray(DrawFixture.ItemCode),
        ["departments"] = new JArray(new JObject { ["department"] = DrawFixture.Market, ["size"] = 2 }),
        ["startsOn"] = "2026-11-09",
        ["endsOn"] = "2026-11-30",
        ["entropy"] = new JObject { ["kind"] = "none" },
        ["answer"] = "已安排检查",
    };

    private static async Task<string?> StateAsync(DrawFixture fixture, string receipt) =>
        (string?)(await fixture.App.Anonymous.GetJson($"{Leads}/{receipt}")).Expect(HttpStatusCode.OK).Json["state"];

    private static async Task<JToken> OnlyAsync(DrawFixture fixture) => Assert.Single(await AllAsync(fixture));

    private static async Task<IReadOnlyList<JToken>> AllAsync(DrawFixture fixture) =>
        [.. (await fixture.Scheduler.GetJson("/api/v1/oversight/leads")).Expect(HttpStatusCode.OK).Json["items"]!];
}

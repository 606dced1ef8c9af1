using System.Net;
using Inspection.App.Oversight;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.Browser.Tests.Console;

/// <summary>Visits of a draw in several states, so that every page about visits and results has something to show.</summary>
internal static class FieldSample
{
    /// <summary>Records, submits and objects.</summary>
    /// <param name="app">The app with a draw whose visits can be made today.</param>
    /// <param name="title">The draw's title.</param>
    /// <returns>Addresses of the pages, by their routes.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> FillAsync(TestApp app, string title)
    {
        using var scheduler = await app.ClientAs(Role.Scheduler);
        using var inspector = await app.ClientAs(Role.Inspector, department: DrawFixture.Market, inspectorId: Office.InspectorId);
        var draw = (string)(await Read(scheduler, "/api/v1/draws")).First(draw => (string?)draw["title"] == title)["id"]!;
        var visits = (await Read(scheduler, $"/api/v1/draws/{draw}/selections?limit=1000")).Where(visit => (bool)visit["isVisited"]!).ToList();
        // Chance decides who makes which visit, and everybody makes some.
        var own = visits.First(visit => MembersOf(visit).Contains(Office.InspectorId));
        var others = visits.Where(visit => visit != own).ToList();
        var drafted = $"{draw}/{own["uscc"]}";
        var submitted = $"{draw}/{others[0]["uscc"]}";
        var approved = $"{draw}/{others[1]["uscc"]}";
        await RecordAsync(inspector, drafted, "NoProblem", "None");
        await SubmitAsync(app, others[0], submitted, "NoProblem", "None");
        await SubmitAsync(app, others[1], approved, "Pending", "Rectify");
        using var reviewer = await app.ClientAs(Role.Reviewer);
        (await reviewer.PostJson($"{Result(approved)}/review", new { approve = true })).Expect(HttpStatusCode.OK);
        return new Dictionary<string, string>
        {
            ["console/visits/{drawId}/{uscc}"] = $"/console/visits/{drafted}",
            ["console/visits/{drawId}/{uscc}/record"] = $"/console/visits/{drafted}/record",
            ["console/visits/{drawId}/{uscc}/submit"] = $"/console/visits/{drafted}/submit",
            ["console/reviews/{drawId}/{uscc}"] = $"/console/reviews/{submitted}",
            ["console/results/{drawId}/{uscc}"] = $"/console/results/{approved}",
            ["console/results/{drawId}/{uscc}/correct"] = $"/console/results/{approved}/correct",
            ["console/follow-ups/{drawId}/{uscc}"] = $"/console/follow-ups/{approved}",
            ["console/prints/{drawId}/{uscc}/notice"] = $"/console/prints/{approved}/notice",
            ["console/prints/{drawId}/{uscc}/record"] = $"/console/prints/{approved}/record",
            ["console/leads/{id}"] = $"/console/leads/{await ReportAsync(app)}",
            ["console/leads/{id}/confirm"] = $"/console/leads/{await ReportAsync(app)}/confirm",
            ["console/watch/{uscc}"] = $"/console/watch/{await WatchAsync(app, (string)own["uscc"]!)}",
            ["console/objections/{receipt}"] = $"/console/objections/{await ObjectAsync(app, approved)}",
        };
    }

    private static async Task SubmitAsync(TestApp app, JToken visit, string at, string code, string disposal)
    {
        var id = MembersOf(visit).First(id => id != Office.InspectorId);
        using var member = await app.ClientAs(Role.Inspector, id, inspectorId: id);
        await RecordAsync(member, at, code, disposal);
        (await member.PostJson($"{Result(at)}/submit")).Expect(HttpStatusCode.OK);
    }

    private static async Task RecordAsync(HttpClient member, string at, string code, string disposal)
    {
        var today = new DateOnly(2026, 11, 10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var item = new { itemCode = DrawFixture.ItemCode, @checked = true, code, disposal, finding = Finding(code), legalBasis = "" };
        (await member.PutJson(Result(at), new { method = "OnSite", inspectedOn = today, items = new[] { item }, notes = "负责人在场" })).Expect(HttpStatusCode.Created);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Photos.Png), "file", "现场照片.png" } };
        using var added = await member.PostAsync(new Uri($"{Result(at)}/evidence", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
    }

    private static async Task<string> ReportAsync(TestApp app)
    {
        var lead = new Lead
        {
            Id = NewId.At(app.Time.GetUtcNow()),
            ReceiptHash = Guid.NewGuid().ToString("n"),
            State = LeadState.Received,
            ReceivedAt = app.Time.GetUtcNow(),
            Uscc = "",
            Subject = "城东路口的早点铺",
            Text = "连续几天看到用回收油。",
            SealedContact = "",
        };
        return (await app.Service<LeadStore>().AddAsync(lead, TestContext.Current.CancellationToken)).Id;
    }

    private static async Task<string> WatchAsync(TestApp app, string uscc)
    {
        var day = new DateOnly(2026, 11, 3);
        var entry = new WatchEntry
        {
            Uscc = uscc,
            Name = "青檀餐饮有限公司",
            State = WatchState.Proposed,
            Problems = [new ProblemSeen("20260901-abc", day, true), new ProblemSeen("20260501-abc", day.AddDays(-90), false)],
            Guidance = [day.AddDays(-30)],
            Steps = [new WatchStep(WatchState.Proposed, "calendar", app.Time.GetUtcNow(), "行政指导后仍未改正")],
        };
        await app.Service<WatchListStore>().SaveAsync(entry, TestContext.Current.CancellationToken);
        return uscc;
    }

    // Straight into the store: the public form takes objections to public results only.
    private static async Task<string> ObjectAsync(TestApp app, string at)
    {
        var (draw, uscc) = (at.Split('/')[0], at.Split('/')[1]);
        var objection = await app.Service<ObjectionStore>().AddAsync(
            new Objection
            {
                Receipt = "a2b4c6d8e2f4g6h8j2k4",
                DrawId = draw,
                Uscc = uscc,
                State = ObjectionState.Received,
                ReceivedAt = app.Time.GetUtcNow(),
                Contact = new ObjectionContact("王某", "13800000000", ""),
                Text = "检查当天已经下架，请核对照片时间。",
            },
            TestContext.Current.CancellationToken);
        return objection.Receipt;
    }

    // What is found wrong takes more than a page of paper.
    private static string Finding(string code) =>
        code == "Pending" ? string.Join('\n', Enumerable.Range(1, 95).Select(n => $"第{n}件商品没有标明生产日期，要求下架。")) : "未见异常";

    private static IEnumerable<string> MembersOf(JToken visit) =>
        visit["teams"]!.SelectMany(team => team["inspectors"]!).Select(member => (string)member["inspectorId"]!);

    private static string Result(string at) => $"/api/v1/draws/{at.Replace("/", "/results/", StringComparison.Ordinal)}";

    private static async Task<JToken> Read(HttpClient client, string path) => (await client.GetJson(path)).Expect(HttpStatusCode.OK).Json["items"]!;
}

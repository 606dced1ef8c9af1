using System.Net;
using Inspection.App.Directory;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Flow;

/// <summary>
/// What the service is for, over HTTP alone: two files, a check item, a task that one plans and another approves, the
/// notice, the witnesses, the draw, the auditor's package, a visit and its public result. It asserts that everything is
/// there once.
/// </summary>
internal sealed class MainFlow(TestApp app) : IDisposable
{
    private const int Enterprises = 300;
    private const int Inspectors = 60;
    private const string Item = "SP-01";

    private static readonly string[] Witnesses = ["区纪委监委", "企业代表"];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Settings under which the flow runs.</summary>
    public static IReadOnlyList<(string Name, string Value)> Settings { get; } =
        [("Answers:WithinSeconds", "60"), ("Rules:Authority", "青檀区市场监督管理局")];

    /// <summary>Runs it to its end.</summary>
    /// <returns>The draw's id.</returns>
    public async Task<string> RunAsync()
    {
        using var administrator = await app.ClientAs(Role.Administrator);
        using var scheduler = await app.ClientAs(Role.Scheduler);
        using var head = await app.ClientAs(Role.Head);

        await ImportAsync(administrator);
        (await administrator.PutJson($"/api/v1/items/{Item}", new { name = "食品经营监督检查", published = true })).Expect(HttpStatusCode.Created);
        var task = (string)(await scheduler.PostJson("/api/v1/tasks", Terms())).Expect(HttpStatusCode.Created).Json["id"]!;
        (await head.PostJson($"/api/v1/tasks/{task}/approve")).Expect(HttpStatusCode.OK);
        var draw = (await scheduler.PostJson($"/api/v1/tasks/{task}/draw")).Expect(HttpStatusCode.Created).Json;
        var id = (string)draw["id"]!;
        foreach (var link in draw["links"]!)
            (await app.Anonymous.PostJson($"/api/v1/contributions/{(string)link["link"]!}", new { value = "316627" })).Expect(HttpStatusCode.OK);
        (await scheduler.PostJson($"/api/v1/draws/{id}/reveal")).Expect(HttpStatusCode.OK);

        await new ResultFlow(app, Item).RunAsync(scheduler, id);

        await CheckAsync(id);
        return id;
    }

    /// <summary>Asserts that the draw and everything that led to it is there, once.</summary>
    public async Task CheckAsync(string id)
    {
        using var scheduler = await app.ClientAs(Role.Scheduler);
        using var auditor = await app.ClientAs(Role.Auditor);
        await VerifyAsync(auditor, scheduler, id);
        await CheckOnceAsync(auditor, id);
        await new ResultFlow(app, Item).CheckAsync(id);
    }

    public void Dispose() => folder.Dispose();

    private static object Terms() => new
    {
        title = "2026年12月食品经营抽查",
        itemCodes = new[] { Item },
        departments = new[] { new { department = "区市场监管局", size = 2 } },
        sampling = new { mode = "rates", rates = new { A = 200, B = 500, C = 2500, D = 10000 } },
        startsOn = "2026-12-01",
        endsOn = "2026-12-31",
        reserve = 2,
        entropy = new { kind = "ceremony", digits = 6, witnesses = Witnesses },
    };

    private async Task ImportAsync(HttpClient administrator)
    {
        SampleRegistry.Write(folder.Path, Enterprises, Inspectors, seed: 11, cancellation: Cancellation);
        foreach (var directory in new[] { "enterprises", "inspectors" })
        {
            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(folder.Path, $"{directory}.csv"), Cancellation)), "file", $"{directory}.csv" },
            };
            using var response = await administrator.PostAsync($"/api/v1/{directory}/import", form, Cancellation);
            // Done already, or taken in and going on.
            var answer = await Answer.OfAsync(response);
            Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Accepted]);
            var import = answer.Json;
            while ((string?)import["state"] != "Done")
            {
                Assert.Contains((string?)import["state"], (string[])["Waiting", "Checking", "Writing"]);
                await Task.Delay(20, Cancellation);
                import = (await administrator.GetJson($"/api/v1/imports/{(string)import["id"]!}")).Expect(HttpStatusCode.OK).Json;
            }
        }
    }

    private async Task VerifyAsync(HttpClient auditor, HttpClient scheduler, string id)
    {
        var package = PackageFile.Read(new MemoryStream(await auditor.GetByteArrayAsync($"/api/v1/draws/{id}/package", Cancellation)));
        var record = await app.Anonymous.GetByteArrayAsync($"/api/v1/public/draws/{id}", Cancellation);
        var report = Verifier.Verify(new VerificationInput
        {
            Package = package,
            PublicRecord = record,
            Membership = await app.Anonymous.GetByteArrayAsync($"/api/v1/public/draws/{id}/membership", Cancellation),
        });
        Assert.True(report.NothingFailed, string.Join('\n', report.Checks));
        Assert.Equal(CheckStatus.Passed, report["selection"].Status);

        var drawn = PublicRecord.Parse(record).Selected!.Select(uscc => uscc.ToString()).Order().ToList();
        var rows = (await scheduler.GetJson($"/api/v1/draws/{id}/selections?limit=1000")).Expect(HttpStatusCode.OK).Json["items"]!;
        Assert.NotEmpty(drawn);
        Assert.Equal(drawn, rows.Where(row => !(bool)row["isReserve"]!).Select(row => (string?)row["uscc"]).Order());
    }

    /// <summary>One notice, one record, one published result, one row of each enterprise, one entry for each thing that somebody did.</summary>
    private async Task CheckOnceAsync(HttpClient auditor, string id)
    {
        var ledger = await ItemsAsync(app.Anonymous, "/api/v1/public/ledger");
        Assert.Equal(["Notice", "Record", "Publication"], ledger.Select(entry => (string?)entry["kind"]).Reverse());
        Assert.Equal(["1", "2", "3"], ledger.Select(entry => (string?)entry["number"]).Reverse());
        Assert.Equal([id], (await ItemsAsync(app.Anonymous, "/api/v1/public/draws")).Select(draw => (string?)draw["id"]));
        Assert.Equal(Enterprises, (await ItemsAsync(auditor, "/api/v1/enterprises")).Count);
        var audit = (await ItemsAsync(auditor, "/api/v1/audit")).Select(entry => (string?)entry["action"]).ToList();
        foreach (var action in new[] { "PUT items/{code}", "POST tasks", "POST tasks/{id}/approve", "POST tasks/{taskId}/draw", "POST draws/{id}/reveal" })
            Assert.Single(audit, entry => entry == action);
    }

    private static async Task<List<JToken>> ItemsAsync(HttpClient client, string path)
    {
        var items = new List<JToken>();
        string? next = null;
        do
        {
            var page = (await client.GetJson($"{path}?limit=200{(next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}")}")).Expect(HttpStatusCode.OK).Json;
            items.AddRange(page["items"]!);
            next = (string?)page["next"];
        }
        while (next is not null);
        return items;
    }
}

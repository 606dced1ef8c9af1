using System.Net;
using System.Text;
using Inspection.App.Security;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.OpenApi;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Hosting;

/// <summary>
/// The API's calls, each with the role that it is for, walked from a directory to a closed draw by people who have that one
/// role and no other, every answer held against the OpenAPI document. The <see cref="Table"/> is what the service promises:
/// whoever changes a line of it breaks somebody's program.
/// </summary>
public sealed class ApiTableTests
{
    private const string Everybody = "";
    private const string Code = "91370402MA05P40QE9";

    private static readonly string[] Directories = ["enterprises", "inspectors", "items"];

    private static readonly (string Role, string Calls)[] Lines =
    [
        (Role.Administrator, "POST users; GET users; GET users/{name}; PUT users/{name}; DELETE users/{name}; POST users/{name}/tokens; DELETE users/{name}/tokens; GET imports/{id}"),
        (Role.Scheduler, "POST plans; GET plans; GET plans/{id}; PUT plans/{id}; POST tasks; GET tasks; GET tasks/{id}; PUT tasks/{id}; GET tasks/{id}/eligibility"),
        (Role.Head, "POST tasks/{id}/approve"),
        (Role.Scheduler, "POST tasks/{id}/draw; GET draws; GET draws/{id}; POST draws/{id}/reveal; POST draws/{id}/void; GET draws/{id}/selections; POST draws/{id}/selections/{uscc}/replace; POST draws/{id}/shortages/draw"),
        (Everybody, "POST contributions/{link}"),
        (Role.Auditor, "GET draws/{id}/package; GET audit; GET draws/{id}/certificates/{uscc}"),
        (Role.Scheduler, "GET draws/{id}/certificates/{uscc}"),
        (Everybody, "GET public/draws; GET public/draws/{id}; GET public/draws/{id}/membership; GET public/items; GET public/plans; GET public/ledger"),
    ];

    private static readonly string[] OfDirectory =
        ["POST {0}/import", "GET {0}", "GET {0}/{id}", "PUT {0}/{id}", "DELETE {0}/{id}", "GET {0}/template", "GET {0}/export"];

    private static IEnumerable<(string Role, string Call)> Table =>
        Lines.SelectMany(static line => line.Calls.Split("; ").Select(call => (line.Role, call)))
            .Concat(Directories.SelectMany(static name => OfDirectory.Select(
                call => (Role.Administrator, call.Replace("{0}", name, StringComparison.Ordinal)))));

    [Fact]
    public async Task Every_call_answers_whom_it_is_for()
    {
        await using var fixture = await DrawFixture.StartAsync(inspectors: 3);
        await using var people = new People(fixture.App, await ApiSchema.OfAsync(fixture.App));

        await WalkDirectoriesAsync(people);
        await WalkUsersAsync(people);
        await WalkPlanningAsync(people);
        await WalkDrawsAsync(people, fixture);

        Assert.Empty(Table.Except(people.Answered));
    }

    private static async Task WalkDirectoriesAsync(People people)
    {
        foreach (var (name, id, file, body) in ((string, string, string, string)[])
        [
            ("enterprises", Code, $"uscc,name\n{Code},瑞丰\n", """{"name":"恒达"}"""),
            ("inspectors", "鲁D-1", "inspector_id,department,certificate_expires\n鲁D-1,区局,长期\n", """{"department":"区局","certificateExpires":"2030-12-31"}"""),
            ("items", "T-9", "code,name,published\nT-9,甲,是\n", """{"name":"乙","published":true}"""),
        ])
        {
            Assert.Equal("Checked", (string?)(await people.ImportAsync(name, file, dryRun: true))["state"]);
            var import = await people.ImportAsync(name, file, dryRun: false);
            Assert.Equal("Done", (string?)import["state"]);
            await people.CallAsync(Role.Administrator, "GET", "imports/{id}", (string)import["id"]!);
            await people.CallAsync(Role.Administrator, "GET", name);
            await people.CallAsync(Role.Administrator, "GET", $"{name}/template");
            await people.CallAsync(Role.Administrator, "GET", $"{name}/export");
            await people.CallAsync(Role.Administrator, "PUT", $"{name}/{{id}}", id, body: body);
            await people.CallAsync(Role.Administrator, "GET", $"{name}/{{id}}", id);
            await people.CallAsync(Role.Administrator, "DELETE", $"{name}/{{id}}", id);
        }
    }

    private static async Task WalkUsersAsync(People people)
    {
        await people.CallAsync(Role.Administrator, "POST", "users", body: """{"name":"wang","roles":["head"]}""");
        await people.CallAsync(Role.Administrator, "GET", "users");
        await people.CallAsync(Role.Administrator, "PUT", "users/{name}", "wang", body: """{"roles":["auditor"]}""");
        await people.CallAsync(Role.Administrator, "GET", "users/{name}", "wang");
        var token = (string)(await people.CallAsync(Role.Administrator, "POST", "users/{name}/tokens", "wang"))["token"]!;
        (await people.With(token).GetJson("/api/v1/audit")).Expect(HttpStatusCode.OK);
        await people.CallAsync(Role.Administrator, "DELETE", "users/{name}/tokens", "wang");
        (await people.With(token).GetJson("/api/v1/audit")).Expect(HttpStatusCode.Unauthorized);
        await people.CallAsync(Role.Administrator, "DELETE", "users/{name}", "wang");
    }

    private static async Task WalkPlanningAsync(People people)
    {
        const string plan = """{"year":2026,"title":"年度计划","itemCodes":["T-001"],"departments":[{"department":"市场监管局","size":2}]}""";
        var planId = (string)(await people.CallAsync(Role.Scheduler, "POST", "plans", body: plan))["id"]!;
        await people.CallAsync(Role.Scheduler, "GET", "plans");
        await people.CallAsync(Role.Scheduler, "GET", "plans/{id}", planId);
        await people.CallAsync(Role.Scheduler, "PUT", "plans/{id}", planId, body: plan);
        var taskId = (string)(await people.CallAsync(Role.Scheduler, "POST", "tasks", body: TaskText(2, "\"none\"")))["id"]!;
        await people.CallAsync(Role.Scheduler, "GET", "tasks");
        await people.CallAsync(Role.Scheduler, "GET", "tasks/{id}", taskId);
        await people.CallAsync(Role.Scheduler, "PUT", "tasks/{id}", taskId, body: TaskText(2, "\"none\""));
        await people.CallAsync(Role.Scheduler, "GET", "tasks/{id}/eligibility", taskId);
    }

    private static async Task WalkDrawsAsync(People people, DrawFixture fixture)
    {
        var draw = await CommitAsync(people, TaskText(4, """ "ceremony","digits":4,"witnesses":["张三"] """));
        var id = (string)draw["id"]!;
        await people.CallAsync(Everybody, "POST", "contributions/{link}", (string)draw["links"]![0]!["link"]!, body: """{"value":"3141"}""");
        await people.CallAsync(Role.Scheduler, "POST", "draws/{id}/reveal", id);
        await people.CallAsync(Role.Scheduler, "GET", "draws");
        await people.CallAsync(Role.Scheduler, "GET", "draws/{id}", id);
        var first = (string)(await people.CallAsync(Role.Scheduler, "GET", "draws/{id}/selections", id))["items"]![0]!["uscc"]!;
        await people.CallAsync(Role.Scheduler, "POST", "draws/{id}/selections/{uscc}/replace", id, first, """{"reason":"Moved"}""");
        await people.CallAsync(Role.Scheduler, "POST", "draws/{id}/shortages/draw", id);
        await people.CallAsync(Role.Auditor, "GET", "draws/{id}/package", id);
        await people.CallAsync(Role.Auditor, "GET", "audit");
        var voided = (string)(await CommitAsync(people, TaskText(2, "\"none\"")))["id"]!;
        await people.CallAsync(Role.Scheduler, "POST", "draws/{id}/reveal", voided);
        await people.CallAsync(Role.Scheduler, "POST", "draws/{id}/void", voided, body: """{"reason":"底册有误"}""");
        (await fixture.OtherScheduler.PostJson($"/api/v1/draws/{voided}/void", new { reason = "底册有误" })).Expect(HttpStatusCode.OK);
        await fixture.CloseAsync(id);
        await people.CallAsync(Role.Auditor, "GET", "draws/{id}/certificates/{uscc}", id, first);
        await people.CallAsync(Role.Scheduler, "GET", "draws/{id}/certificates/{uscc}", id, first);
        foreach (var list in (string[])["draws", "items", "plans", "ledger"])
            await people.CallAsync(Everybody, "GET", $"public/{list}");
        await people.CallAsync(Everybody, "GET", "public/draws/{id}", id);
        await people.CallAsync(Everybody, "GET", "public/draws/{id}/membership", id);
    }

    private static async Task<JToken> CommitAsync(People people, string task)
    {
        var taskId = (string)(await people.CallAsync(Role.Scheduler, "POST", "tasks", body: task))["id"]!;
        await people.CallAsync(Role.Head, "POST", "tasks/{id}/approve", taskId);
        return await people.CallAsync(Role.Scheduler, "POST", "tasks/{id}/draw", taskId);
    }

    // As the API's description has it, every member of it given.
    private static string TaskText(int size, string entropy) => $$$"""
        {"planId":"","title":"联合抽查","itemCodes":["T-001"],
         "departments":[{"department":"市场监管局","size":{{{size}}},"skill":""},{"department":"消防救援局","size":2,"skill":""}],
         "scope":{"districts":[],"industries":[],"tags":[]},
         "sampling":{"mode":"rates","rates":{"A":1000,"B":2000,"C":3000}},
         "startsOn":"2026-11-09","endsOn":"2026-11-30","disclosure":"sealed",
         "entropy":{"kind":{{{entropy}}}},"reserve":2,"listPublished":"atDraw"}
        """;

    /// <summary>Somebody of each role, and which calls answered them.</summary>
    private sealed class People(TestApp app, ApiSchema schema) : IAsyncDisposable
    {
        private readonly Dictionary<string, HttpClient> clients = [];
        private readonly HashSet<(string, string)> answered = [];

        public IReadOnlySet<(string Role, string Call)> Answered => answered;

        public HttpClient With(string token) => app.ClientWith(token);

        /// <summary>Calls an address under <c>/api/v1/</c> in whose places stand these values; it must answer with success.</summary>
        public async Task<JToken> CallAsync(string role, string method, string template, string first = "", string second = "", string? body = null)
        {
            var values = new Queue<string>([first, second]);
            var path = string.Join('/', template.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(values.Dequeue()) : part));
            var answer = await (await ClientAsync(role)).SendJson(new HttpMethod(method), $"/api/v1/{path}", body);
            return Note(role, new HttpMethod(method), template, path, answer);
        }

        public async Task<JToken> ImportAsync(string directory, string file, bool dryRun)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "file.csv" } };
            var path = $"{directory}/import";
            var address = new Uri($"/api/v1/{path}?dryRun={dryRun}", UriKind.Relative);
            using var response = await (await ClientAsync(Role.Administrator)).PostAsync(address, form, TestContext.Current.CancellationToken);
            return Note(Role.Administrator, HttpMethod.Post, path, path, await Answer.OfAsync(response));
        }

        public ValueTask DisposeAsync()
        {
            foreach (var client in clients.Values)
                client.Dispose();
            return ValueTask.CompletedTask;
        }

        private JToken Note(string role, HttpMethod method, string template, string path, Answer answer)
        {
            Assert.True((int)answer.Status is >= 200 and < 300, $"{role} at {method} {template}: {(int)answer.Status} {answer.Text}");
            if (answer.MediaType is "application/json" or "")
                Assert.Empty(schema.Problems(method, $"/api/v1/{path}", answer));
            answered.Add((role, $"{method} {template}"));
            return answer.MediaType == "application/json" ? answer.Json : JValue.CreateNull();
        }

        private async Task<HttpClient> ClientAsync(string role)
        {
            if (!clients.TryGetValue(role, out var client))
                clients.Add(role, client = role == Everybody ? app.Anonymous : await app.ClientAs(role));
            return client;
        }
    }
}

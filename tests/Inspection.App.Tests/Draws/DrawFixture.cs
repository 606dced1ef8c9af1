using System.Net;
using Azure;
using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Draws;

/// <summary>The app with a small registry, and the people who plan, approve and draw.</summary>
internal sealed class DrawFixture : IAsyncDisposable
{
    public const string Market = "市场监管局";
    public const string Fire = "消防救援局";
    public const string ItemCode = "T-001";

    private static readonly (string, string)[] Defaults =
        [("Draws:AllowUnproven", "true"), ("Answers:WithinSeconds", "60"), ("Rules:Authority", "测试区市场监管局")];

    private readonly TestApp app;

    private DrawFixture(TestApp app) => this.app = app;

    public TestApp App => app;

    public HttpClient Scheduler { get; private set; } = null!;

    public HttpClient OtherScheduler { get; private set; } = null!;

    public HttpClient Head { get; private set; } = null!;

    public HttpClient Auditor { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="enterprises">How many can be drawn, half of them in class A, the rest in B and C.</param>
    /// <param name="inspectors">How many each department has.</param>
    /// <param name="configure">Changes the app's services.</param>
    /// <param name="kestrel">Over the network, for a browser.</param>
    /// <param name="settings">Settings beside those of every test.</param>
    public static async Task<DrawFixture> StartAsync(
        int enterprises = 40, int inspectors = 6, Action<WebApplicationBuilder>? configure = null, bool kestrel = false,
        params (string, string)[] settings)
    {
        var fixture = await OpenAsync(null, configure, kestrel, settings);
        await fixture.FillAsync(enterprises, inspectors);
        return fixture;
    }

    /// <summary>The app on what is in a folder, which stays there afterwards; with nothing put there.</summary>
    public static async Task<DrawFixture> OpenAsync(
        TemporaryFolder? folder, Action<WebApplicationBuilder>? configure = null, bool kestrel = false, params (string, string)[] settings)
    {
        var app = await TestApp.StartAsync(new TestAppOptions
        {
            // The last of two settings with one name counts.
            Settings = [.. Defaults.Concat(settings).GroupBy(setting => setting.Item1).Select(same => same.Last())],
            Configure = configure ?? (_ => { }),
            Kestrel = kestrel,
            Folder = folder,
        });
        var fixture = new DrawFixture(app);
        fixture.Scheduler = await app.ClientAs(Role.Scheduler);
        fixture.OtherScheduler = await app.ClientAs(Role.Scheduler, "second");
        fixture.Head = await app.ClientAs(Role.Head);
        fixture.Auditor = await app.ClientAs(Role.Auditor);
        return fixture;
    }

    public static TaskTerms Terms(TaskEntropy? entropy = null) => new()
    {
        Title = "第四季度抽查",
        ItemCodes = [ItemCode],
        Departments = [new DepartmentTeam(Market, 2)],
        Sampling = new TaskSampling
        {
            Mode = SamplingMode.Rates,
            Rates = new Dictionary<string, int> { ["A"] = 1000, ["B"] = 2000, ["C"] = 3000 },
        },
        StartsOn = new DateOnly(2026, 11, 9),
        EndsOn = new DateOnly(2026, 11, 30),
        Entropy = entropy ?? new TaskEntropy { Kind = EntropyKind.None },
        Reserve = 2,
    };

    public static TaskEntropy Ceremony(params string[] witnesses) =>
        new() { Kind = EntropyKind.Ceremony, Digits = 6, Witnesses = witnesses };

    public T Service<T>()
        where T : notnull => app.Service<T>();

    /// <summary>An approved task.</summary>
    public async Task<InspectionTask> TaskAsync(TaskTerms? terms = null)
    {
        var planning = Service<PlanningService>();
        var task = (await planning.CreateTaskAsync(terms ?? Terms(), Person("planner"), Cancellation)).Value;
        return (await planning.ApproveTaskAsync(task.Id, null, Person("chief"), Cancellation)).Value;
    }

    /// <summary>The answer to the draw of a new task.</summary>
    public async Task<JToken> CommitAsync(TaskTerms? terms = null) =>
        (await Scheduler.PostJson($"/api/v1/tasks/{(await TaskAsync(terms)).Id}/draw")).Expect(HttpStatusCode.Created).Json;

    /// <summary>The id of a draw that is drawn.</summary>
    public async Task<string> DrawAsync(TaskTerms? terms = null)
    {
        var id = (string)(await CommitAsync(terms))["id"]!;
        (await Scheduler.PostJson($"/api/v1/draws/{id}/reveal")).Expect(HttpStatusCode.OK);
        return id;
    }

    public async Task CloseAsync(string id)
    {
        app.Time.Advance(TimeSpan.FromDays(40));
        (await Head.PostJson($"/api/v1/draws/{id}/close")).Expect(HttpStatusCode.OK);
    }

    public async Task<DrawHead> HeadOf(string id) => (await Service<DrawStore>().FindAsync(id, Cancellation))!;

    public async Task<IReadOnlyList<JToken>> SelectionsOf(string id) =>
        [.. (await Scheduler.GetJson($"/api/v1/draws/{id}/selections?limit=1000")).Expect(HttpStatusCode.OK).Json["items"]!];

    public static Actor Person(string name) => new(name, [Role.Scheduler, Role.Head], "");

    public async ValueTask DisposeAsync()
    {
        Scheduler.Dispose();
        OtherScheduler.Dispose();
        Head.Dispose();
        Auditor.Dispose();
        await app.DisposeAsync();
    }

    public async Task FillAsync(int enterprises, int inspectors)
    {
        var tables = Service<ITableStore>();
        var codes = new SampleCodes(new SampleRandom(7));
        for (var i = 0; i < enterprises; i++)
        {
            var enterprise = new Enterprise
            {
                Uscc = codes.Make(1, true, i),
                Name = $"企业{i}",
                RiskClass = RiskClass.Parse(i % 2 == 0 ? "A" : i % 4 == 1 ? "B" : "C"),
                District = "测试区",
                Status = "存续",
            };
            await new DistrictAreas(tables).AddAsync(enterprise.District, EnterprisePlace.Of(enterprise.Uscc).Area, Cancellation);
            await tables.UpsertAsync(EnterpriseStore.Table, EnterpriseEntity.Of(enterprise), Cancellation);
        }

        foreach (var department in new[] { Market, Fire })
        {
            for (var i = 0; i < inspectors; i++)
            {
                var inspector = new InspectorProfile
                {
                    InspectorId = $"{(department == Market ? "SJ" : "XF")}-{i:d3}",
                    Name = $"执法员{department[0]}{i}",
                    Department = department,
                    CertificateExpires = new DateOnly(2030, 1, 1),
                };
                await tables.UpsertAsync(InspectorStore.Table, InspectorEntity.Of(inspector), Cancellation);
            }
        }

        var item = new CheckItem { Code = ItemCode, Name = "登记事项检查", Published = true, ETag = ETag.All };
        await tables.UpsertAsync(CheckItemStore.Table, CheckItemEntity.Of(item), Cancellation);
    }
}

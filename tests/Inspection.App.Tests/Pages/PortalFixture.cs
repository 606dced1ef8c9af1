using System.Net;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Pages;

/// <summary>A district as the public sees it: a plan, tasks, draws in several states, results of every kind.</summary>
internal sealed class PortalFixture : IAsyncDisposable
{
    /// <summary>The title of a draw of which nothing was published but the draw.</summary>
    public const string PlainDraw = "演示抽取";

    private const string ItemName = "食品经营监督检查";
    private const string OtherItem = "T-002";

    private static readonly string[] Names =
        ["青檀餐饮有限公司", "鲁味食品有限公司", "山水药房有限公司", "泰和机械厂", "青山和食店", "东平百货商行", "安康诊所"];

    private readonly DrawFixture draws;

    private PortalFixture(DrawFixture draws) => this.draws = draws;

    public TestApp App => draws.App;

    /// <summary>A draw with witnesses whose list is public and whose visits have been published.</summary>
    public string DrawId { get; private set; } = "";

    /// <summary>A draw that waits for its witnesses.</summary>
    public string AnnouncedId { get; private set; } = "";

    /// <summary>A result that was corrected, followed up and objected to.</summary>
    public PublicResult Result { get; private set; } = null!;

    /// <summary>What stands in the addresses of the public pages, for <see cref="PublicPages.Paths"/>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PortalFixture> StartAsync(bool kestrel = false, Action<WebApplicationBuilder>? configure = null)
    {
        var fixture = new PortalFixture(await DrawFixture.StartAsync(
            60, configure: configure, kestrel: kestrel, settings: ("Rules:Authority", "青檀区市场监督管理局")));
        await fixture.FillAsync();
        return fixture;
    }

    /// <summary>The path of every public page.</summary>
    public IReadOnlyList<string> Paths() => PublicPages.Paths(App, Values);

    /// <summary>Whether an address leads to the same for everybody: not that of a status, nor one that is a secret.</summary>
    public bool IsLasting(string path) => !path.StartsWith("/status/", StringComparison.Ordinal)
        && path != $"/contribute/{Values["contribute/link"]}" && path != $"/leads/{Values["leads/receipt"]}";

    public ValueTask DisposeAsync() => draws.DisposeAsync();

    private async Task FillAsync()
    {
        await PublishItemsAsync();
        var plan = await ApprovePlanAsync();
        var terms = DrawFixture.Terms(DrawFixture.Ceremony("区纪委监委", "企业代表")) with
        {
            PlanId = plan.Id, Title = "2026年11月食品经营双随机抽查", ItemCodes = [DrawFixture.ItemCode, OtherItem],
        };
        (DrawId, var taskId) = await DrawAsync(terms);
        var waiting = await draws.CommitAsync(terms with { Title = "2026年12月药品零售双随机抽查" });
        AnnouncedId = (string)waiting["id"]!;
        await draws.DrawAsync(DrawFixture.Terms() with { Title = PlainDraw, ListPublished = ListPublished.AfterVisits });
        Result = await PublishResultsAsync(plan, taskId);
        await PublishStatisticsAsync();
        await draws.Service<PublicCorrectionStore>().PutAsync(Result, Cancellation);
        await draws.Service<BulkMaker>().MakeAsync(Cancellation);
        await new PublicList<OverdueResult>(draws.Service<ITableStore>(), "publicoverdue").BringAsync(
            "overdue", _ => Task.FromResult<PublicEntry<OverdueResult>?>(new("20261020", Overdue(taskId))), Cancellation);
        Values = new Dictionary<string, string>
        {
            ["contribute/link"] = (string)waiting["links"]![0]!["link"]!,
            ["docs/group"] = "PublicResults",
            ["draws/id"] = DrawId,
            ["enterprises/uscc"] = Result.Uscc,
            ["items/code"] = DrawFixture.ItemCode,
            ["leads/receipt"] = (await draws.Service<Reporting>().ReportAsync(
                new LeadRequest("青檀路的一家餐馆", "后厨常年没有消毒记录。"), Cancellation)).Value.Receipt,
            ["ledger/number"] = "1",
            ["objections/receipt"] = (await draws.Service<Objecting>().ObjectAsync(
                new ObjectionRequest(Result.Id, "张三", "登记的检查日期不对。", "13800000000"), Cancellation)).Value.Receipt,
            ["plans/id"] = plan.Id,
            ["results/id"] = Result.Id,
            ["status/code"] = "404",
            ["tasks/id"] = taskId,
        };
    }

    private async Task PublishItemsAsync()
    {
        var store = draws.Service<CheckItemStore>();
        foreach (var (code, name, category) in new[] { (DrawFixture.ItemCode, ItemName, ItemCategory.General), (OtherItem, "餐饮服务场所消防安全检查", ItemCategory.Key) })
        {
            var item = new CheckItem
            {
                Code = code,
                Name = name,
                Category = category,
                Field = category == ItemCategory.Key ? "安全生产" : "食品",
                SupervisingBody = DrawFixture.Market,
                Target = "食品经营者",
                Measure = "监督检查",
                LegalBasis = "《中华人民共和国食品安全法》第一百一十条",
                Handling = "责令改正；情节严重的依法处罚",
                Frequency = "每年一次",
                Method = "实地检查",
                Published = true,
            };
            Assert.False((await store.SaveAsync(item, null, Cancellation)).IsRefused(out _));
        }
    }

    private async Task<YearlyPlan> ApprovePlanAsync()
    {
        var planning = draws.Service<PlanningService>();
        var terms = new PlanTerms
        {
            Year = 2026,
            Title = "2026年度双随机抽查计划",
            ItemCodes = [DrawFixture.ItemCode, OtherItem],
            Departments = [new DepartmentTeam(DrawFixture.Market, 2)],
        };
        var plan = (await planning.CreatePlanAsync(terms, DrawFixture.Person("planner"), Cancellation)).Value;
        return (await planning.ApprovePlanAsync(plan.Id, null, DrawFixture.Person("chief"), Cancellation)).Value;
    }

    private async Task<(string Draw, string Task)> DrawAsync(TaskTerms terms)
    {
        var draw = await draws.CommitAsync(terms);
        var id = (string)draw["id"]!;
        foreach (var link in draw["links"]!.Select(issued => (string)issued["link"]!))
            (await App.Anonymous.PostJson($"/api/v1/contributions/{link}", new { value = "316627" })).Expect(HttpStatusCode.OK);
        (await draws.Scheduler.PostJson($"/api/v1/draws/{id}/reveal")).Expect(HttpStatusCode.OK);
        return (id, (string)draw["taskId"]!);
    }

    private async Task<PublicResult> PublishResultsAsync(YearlyPlan plan, string taskId)
    {
        var record = (JObject)(await App.Anonymous.GetJson($"/api/v1/public/draws/{DrawId}")).Json;
        var results = record["selected"]!.Select(static uscc => (string)uscc!)
            .Zip(Names, (uscc, name) => Plain(plan, taskId, uscc, name)).Select(Found).ToList();
        var store = draws.Service<PublicResultStore>();
        foreach (var result in results)
            Assert.NotNull(await store.WriteAsync(result, PublicationMonth.Of(new DateOnly(2026, 11, 1)), null, Cancellation));
        return results.Single(static result => result.Revision > 1);
    }

    private OverdueResult Overdue(string taskId) => new()
    {
        DrawId = DrawId,
        TaskId = taskId,
        TaskTitle = "2026年11月食品经营双随机抽查",
        Departments = [DrawFixture.Market],
        Uscc = Result.Uscc,
        Name = Result.Name,
        District = "测试区",
        CountedFrom = new DateOnly(2026, 9, 18),
        DueOn = new DateOnly(2026, 10, 20),
        IsProvisional = true,
    };

    private async Task PublishStatisticsAsync()
    {
        var figures = draws.Service<FigureStore>();
        var leftOut = new LeftOutCount(120, 2, 3, 5, 0, 0, 14);
        PublicRate Rate(string code, string name, string department, string district, int percent, int lower, int upper) =>
            new(code, name, department, district, percent, lower, upper, 110, percent - 2, percent + 6, leftOut);
        PublicEffect Effect(string department, int month, int published) =>
            new(department, month, published + 10, month == 0 ? 3 : 1, published, published / 5, published - 2, 1, 1, published - 4, 2);
        await figures.PutPublicAsync(
            new PublicStatistics
            {
                Year = 2026,
                Before = new DateOnly(2026, 11, 1),
                Rates =
                [
                    Rate("", "", "", "", 12, 9, 17),
                    Rate(DrawFixture.ItemCode, ItemName, "", "", 12, 8, 18),
                    Rate(OtherItem, "餐饮服务场所消防安全检查", "", "", 31, 22, 41),
                    Rate("", "", DrawFixture.Market, "", 14, 10, 19),
                    Rate("", "", "", "测试区", 12, 9, 17),
                ],
                Effects = [Effect("", 0, 210), Effect("", 3, 40), Effect("", 4, 70), Effect("", 9, 100), Effect(DrawFixture.Market, 0, 210)],
            },
            Cancellation);
        await figures.PutPublicAsync(new PublicStatistics { Year = 2025, Before = new DateOnly(2026, 1, 1), Rates = [], Effects = [] }, Cancellation);
    }

    private PublicResult Plain(YearlyPlan plan, string taskId, string uscc, string name) => new()
    {
        Id = PublicResultPlace.IdOf(DrawId, uscc),
        DrawId = DrawId,
        TaskId = taskId,
        TaskTitle = "2026年11月食品经营双随机抽查",
        PlanId = plan.Id,
        PlanTitle = plan.Terms.Title,
        Uscc = uscc,
        Name = name,
        District = "测试区",
        Authority = "青檀区市场监督管理局",
        Departments = [DrawFixture.Market],
        Method = InspectionMethod.OnSite,
        InspectedOn = new DateOnly(2026, 11, 12),
        Items = Items(ResultCode.NoProblem, ResultCode.NoProblem),
        Revision = 1,
        PublishedAt = new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero),
        Revisions = [],
    };

    private static PublicResult Found(PublicResult plain, int i)
    {
        var items = i switch
        {
            1 => Items(ResultCode.NoProblem, null),
            2 => Items(ResultCode.Corrected, ResultCode.NoProblem),
            3 => Items(ResultCode.Unreachable, null),
            4 => Items(ResultCode.NotDisclosed, ResultCode.NoActivity),
            5 => Items(ResultCode.Closed, null),
            _ => plain.Items,
        };
        var first = new PublicRevision(1, plain.PublishedAt, "", plain.Method, plain.InspectedOn, items);
        return i == 2 ? Disputed(plain, first) : plain with { Items = items, Revisions = [first] };
    }

    private static PublicResult Disputed(PublicResult plain, PublicRevision second)
    {
        var at = plain.PublishedAt;
        var first = second with { Items = Items(ResultCode.Pending, ResultCode.NoProblem) };
        return plain with
        {
            Items = second.Items,
            Revision = 2,
            UpdatedAt = at.AddDays(9),
            Revisions = [first, second with { Number = 2, PublishedAt = at.AddDays(9), Reason = "检查日期登记有误" }],
            FollowUps = [new PublicFollowUp(new DateOnly(2026, 11, 24), DrawFixture.ItemCode, ResultCode.Corrected, Disposal.Rectify, true)],
            Objections = [new PublicObjection("A2B4C6D8", ObjectionState.Upheld, at.AddDays(5), "经核实，检查日期登记有误，已更正。", at.AddDays(8))],
        };
    }

    private static IReadOnlyList<PublicItemResult> Items(ResultCode food, ResultCode? fire) =>
    [
        new(DrawFixture.ItemCode, ItemName, true, food, food is ResultCode.NoProblem ? Disposal.None : Disposal.Rectify),
        new(OtherItem, "餐饮服务场所消防安全检查", fire is not null, fire, Disposal.None),
    ];
}

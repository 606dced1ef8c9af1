using System.Net;
using Azure;
using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Results;

/// <summary>A draw in the days of its visits, with the people who make and review them.</summary>
internal sealed class ResultFixture : IAsyncDisposable
{
    public const string SecondItem = "T-002";

    private ResultFixture(DrawFixture draws) => Draws = draws;

    public DrawFixture Draws { get; }

    /// <summary>The draw that everything is about; another one can be put in its place.</summary>
    public string DrawId { get; set; } = "";

    public HttpClient Reviewer { get; private set; } = null!;

    public HttpClient OtherReviewer { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="terms">Makes the terms of the task, once the app runs.</param>
    public static Task<ResultFixture> StartAsync(Func<DrawFixture, Task<TaskTerms>> terms) => StartAsync(terms, 6, null, 40, null, false, []);

    public static Task<ResultFixture> StartAsync(
        TaskTerms? terms = null, int inspectors = 6, Action<WebApplicationBuilder>? configure = null, int enterprises = 40,
        TemporaryFolder? folder = null, bool kestrel = false, params (string, string)[] settings) =>
        StartAsync(_ => Task.FromResult(terms ?? Terms()), inspectors, configure, enterprises, folder, kestrel, settings);

    private static async Task<ResultFixture> StartAsync(
        Func<DrawFixture, Task<TaskTerms>> terms, int inspectors, Action<WebApplicationBuilder>? configure, int enterprises,
        TemporaryFolder? folder, bool kestrel, (string, string)[] settings)
    {
        var draws = await DrawFixture.OpenAsync(folder, configure, kestrel, settings);
        await draws.FillAsync(enterprises, inspectors);
        var item = new CheckItem
        {
            Code = SecondItem, Name = "公示信息检查", Published = true, Measure = "核对公示信息", LegalBasis = "企业信息公示暂行条例", Method = "书面检查", ETag = ETag.All,
        };
        await draws.Service<ITableStore>().UpsertAsync(CheckItemStore.Table, CheckItemEntity.Of(item), Cancellation);
        var fixture = new ResultFixture(draws);
        fixture.DrawId = await draws.DrawAsync(await terms(draws));
        draws.App.Time.Advance(TimeSpan.FromDays(10));
        fixture.Reviewer = await draws.App.ClientAs(Role.Reviewer, "zhao", DrawFixture.Market);
        fixture.OtherReviewer = await draws.App.ClientAs(Role.Reviewer, "qian");
        return fixture;
    }

    public static TaskTerms Terms() => DrawFixture.Terms() with { ItemCodes = [DrawFixture.ItemCode, SecondItem] };

    public T Service<T>()
        where T : notnull => Draws.Service<T>();

    /// <summary>The drawn and the reserves that stepped in, by code.</summary>
    public async Task<IReadOnlyList<JToken>> VisitedAsync() =>
        [.. (await Draws.SelectionsOf(DrawId)).Where(item => (bool)item["isVisited"]!)];

    public async Task<string> FirstVisitAsync() => (string)(await VisitedAsync())[0]["uscc"]!;

    /// <summary>The ids of those who make a visit, by department and id.</summary>
    public async Task<IReadOnlyList<string>> TeamOf(string uscc) =>
    [
        .. (await VisitedAsync()).Single(item => (string?)item["uscc"] == uscc)["teams"]!
            .SelectMany(team => team["inspectors"]!).Select(member => (string)member["inspectorId"]!),
    ];

    /// <summary>The client of an inspector; the user has the inspector's id for a name.</summary>
    public Task<HttpClient> Inspector(string inspectorId) => Draws.App.ClientAs(Role.Inspector, inspectorId, inspectorId: inspectorId);

    /// <summary>The client of the n-th who makes a visit.</summary>
    public async Task<HttpClient> MemberOf(string uscc, int number = 0) => await Inspector((await TeamOf(uscc))[number]);

    /// <summary>The client of an inspector who does not make this visit.</summary>
    public async Task<HttpClient> StrangerTo(string uscc)
    {
        var team = await TeamOf(uscc);
        return await Inspector(Enumerable.Range(0, 99).Select(n => $"SJ-{n:d3}").First(id => !team.Contains(id)));
    }

    public string Address(string uscc, string step = "") =>
        $"/api/v1/draws/{DrawId}/results/{uscc}{(step.Length == 0 ? "" : "/")}{step}";

    /// <summary>A result that says everything; a problem of the first item is given by its code.</summary>
    public static JObject Result(string code = "NoProblem", string disposal = "None") => JObject.FromObject(new
    {
        method = "OnSite",
        inspectedOn = "2026-11-10",
        items = new object[]
        {
            new { itemCode = DrawFixture.ItemCode, @checked = true, code, disposal, finding = code == "NoProblem" ? "" : "机密发现", legalBasis = "" },
            new { itemCode = SecondItem, @checked = false, finding = "机密原因" },
        },
        notes = "机密备注",
    });

    /// <summary>The code of a visit whose result was submitted by its first inspector.</summary>
    public async Task<string> SubmittedAsync(JObject? result = null, int visit = 0)
    {
        var uscc = (string)(await VisitedAsync())[visit]["uscc"]!;
        using var member = await MemberOf(uscc);
        (await member.PutJson(Address(uscc), result ?? Result())).Expect(HttpStatusCode.Created);
        (await member.PostJson(Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        return uscc;
    }

    /// <summary>The code of a visit whose result is public.</summary>
    public async Task<string> PublishedAsync(JObject? result = null, int visit = 0)
    {
        var uscc = await SubmittedAsync(result, visit);
        var approved = (await Reviewer.PostJson(Address(uscc, "review"), new { approve = true })).Expect(HttpStatusCode.OK);
        Assert.Equal("Published", (string?)approved.Json["state"]);
        return uscc;
    }

    public async Task<InspectionResult?> ResultOf(string uscc) => await Service<ResultStore>().FindAsync(DrawId, uscc, Cancellation);

    public async ValueTask DisposeAsync()
    {
        Reviewer.Dispose();
        OtherReviewer.Dispose();
        await Draws.DisposeAsync();
    }
}

using System.Net;
using System.Text;
using Inspection.App.Directory;
using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Results;
using Inspection.Drawing;

namespace Inspection.App.Tests.Security;

/// <summary>
/// A store in which whatever is private bears a mark: addresses, inspectors, contacts, findings, notes, evidence, opinions,
/// objections, leads. Something of everything is public beside it: a draw, results that were corrected, followed up and
/// objected to, overdue ones, files, figures.
/// </summary>
public sealed class MarkedStore : IAsyncLifetime
{
    private const string Mark = "机密";
    private const string Phone = "13912345678";
    private const string Email = "jimi@example.com";

    /// <summary>Texts of which none is ever public: the marks, and the inspectors' and users' names and numbers.</summary>
    public static IReadOnlyList<string> Private { get; } =
        [Mark, Phone, Email, "执法员", "SJ-0", "\"zhao\"", "\"qian\"", Convert.ToBase64String(Encoding.UTF8.GetBytes(Mark)), @"\u673a\u5bc6"];

    internal ResultFixture Fixture { get; private set; } = null!;

    /// <summary>What stands in the addresses of public calls, by the part before it and the parameter's name.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; private set; } = new Dictionary<string, IReadOnlyList<string>>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var plan = default(YearlyPlan);
        Fixture = await ResultFixture.StartAsync(async fixture => ResultFixture.Terms() with { PlanId = (plan = await PlanAsync(fixture)).Id });
        await MarkDirectoryAsync();
        var (published, receipt) = await PublishEverythingAsync();
        await LeaveOthersAsync();
        var lead = await ReportAsync(published);
        Fixture.Draws.App.Time.Advance(TimeSpan.FromDays(60));
        await Fixture.Service<ShowLists>().RunAsync(Cancellation);
        await Fixture.Service<WatchDeadlines>().RunAsync(Cancellation);
        await Fixture.Service<Oversee>().RunAsync(Cancellation);
        Values = new Dictionary<string, IReadOnlyList<string>>
        {
            ["draws/id"] = [Fixture.DrawId],
            ["items/code"] = [DrawFixture.ItemCode],
            ["plans/id"] = [plan!.Id],
            ["tasks/id"] = [(await Fixture.Draws.HeadOf(Fixture.DrawId)).TaskId],
            ["results/id"] = [$"{Fixture.DrawId}-{published}"],
            ["enterprises/uscc"] = [published],
            ["objections/receipt"] = [receipt],
            ["leads/receipt"] = [lead],
            ["ledger/number"] = ["1", "2", "3", "4", "5"],
            ["stamps/number"] = ["1"],
            ["bulk/file"] = ["results-2026-11.csv", "results-2026-11.jsonl"],
        };
    }

    public async ValueTask DisposeAsync() => await Fixture.DisposeAsync();

    private static async Task<YearlyPlan> PlanAsync(DrawFixture draws)
    {
        var terms = new PlanTerms
        {
            Year = 2026,
            Title = "2026年度计划",
            ItemCodes = [DrawFixture.ItemCode, ResultFixture.SecondItem],
            Departments = [new DepartmentTeam(DrawFixture.Market, 2)],
        };
        var planning = draws.Service<PlanningService>();
        var plan = (await planning.CreatePlanAsync(terms, DrawFixture.Person("planner"), Cancellation)).Value;
        return (await planning.ApprovePlanAsync(plan.Id, null, DrawFixture.Person("chief"), Cancellation)).Value;
    }

    private async Task MarkDirectoryAsync()
    {
        var tables = Fixture.Service<ITableStore>();
        foreach (var visit in await Fixture.VisitedAsync())
        {
            var enterprise = (await Fixture.Service<EnterpriseStore>().GetAsync(UnifiedSocialCreditCode.Parse((string)visit["uscc"]!), Cancellation))!;
            var marked = enterprise with { Address = $"{Mark}地址", Industry = $"{Mark}行业", Tags = [$"{Mark}标签"] };
            await tables.UpsertAsync(EnterpriseStore.Table, EnterpriseEntity.Of(marked), Cancellation);
        }
    }

    /// <summary>A result that was published, followed up, objected to and corrected.</summary>
    private async Task<(string Uscc, string Receipt)> PublishEverythingAsync()
    {
        var uscc = (string)(await Fixture.VisitedAsync())[0]["uscc"]!;
        using var member = await Fixture.MemberOf(uscc);
        (await member.PutJson(Fixture.Address(uscc), ResultFixture.Result("Pending", "Rectify"))).Expect(HttpStatusCode.Created);
        using var file = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes($"%PDF-1.7 {Mark}")), "file", $"{Mark}.pdf" } };
        using var sent = await member.PostAsync(new Uri(Fixture.Address(uscc, "evidence"), UriKind.Relative), file, Cancellation);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        (await member.PostJson(Fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        (await Fixture.Reviewer.PostJson(Fixture.Address(uscc, "review"), new { approve = true, opinion = $"{Mark}意见" })).Expect(HttpStatusCode.OK);
        var followUp = new { itemCode = DrawFixture.ItemCode, on = "2026-11-11", code = "Corrected", disposal = "Rectify", note = $"{Mark}经过" };
        (await Fixture.OtherReviewer.PostJson(Fixture.Address(uscc, "follow-up"), followUp)).Expect(HttpStatusCode.OK);
        var receipt = await ObjectAsync(uscc);
        (await Fixture.OtherReviewer.PostJson($"/api/v1/objections/{receipt}", new { uphold = true, answer = $"{Mark}草稿" })).Expect(HttpStatusCode.OK);
        await ObjectAsync(uscc);
        (await Fixture.Reviewer.PostJson(Fixture.Address(uscc, "correct"), new { reason = "录入有误" })).Expect(HttpStatusCode.OK);
        (await Fixture.Reviewer.PutJson(Fixture.Address(uscc), ResultFixture.Result("Refused", "Transfer"))).Expect(HttpStatusCode.OK);
        (await Fixture.Reviewer.PostJson(Fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        (await Fixture.OtherReviewer.PostJson(Fixture.Address(uscc, "review"), new { approve = true })).Expect(HttpStatusCode.OK);
        return (uscc, receipt);
    }

    private async Task<string> ObjectAsync(string uscc)
    {
        var objection = new { resultId = $"{Fixture.DrawId}-{uscc}", name = $"{Mark}姓名", phone = Phone, email = Email, text = $"{Mark}异议" };
        return (string)(await Fixture.Draws.App.Anonymous.PostJson("/api/v1/public/objections", objection)).Expect(HttpStatusCode.Created).Json["receipt"]!;
    }

    /// <summary>One result that waits, one that was returned, and others that are overdue soon.</summary>
    private async Task LeaveOthersAsync()
    {
        await Fixture.SubmittedAsync(visit: 1);
        var returned = await Fixture.SubmittedAsync(visit: 2);
        (await Fixture.Reviewer.PostJson(Fixture.Address(returned, "review"), new { approve = false, opinion = $"{Mark}退回" })).Expect(HttpStatusCode.OK);
    }

    private async Task<string> ReportAsync(string uscc)
    {
        var lead = new { subject = $"{Mark}企业", text = $"{Mark}线索：后厨无人戴帽，食材过期", uscc, name = $"{Mark}举报人", phone = Phone, email = Email };
        return (string)(await Fixture.Draws.App.Anonymous.PostJson("/api/v1/public/leads", lead)).Expect(HttpStatusCode.Created).Json["receipt"]!;
    }
}

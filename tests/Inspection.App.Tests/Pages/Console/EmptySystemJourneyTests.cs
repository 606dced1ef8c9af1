using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Directory;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>From an empty system to a result that the public sees, by pages alone: nobody calls the API or reads a manual.</summary>
public sealed partial class EmptySystemJourneyTests : IAsyncLifetime
{
    private const string Department = "区市场监管局";
    private const int Enterprises = 40;
    private const int Inspectors = 4;

    private readonly List<WebBrowser> people = [];
    private readonly Dictionary<WebBrowser, string> tokens = [];
    private TestApp app = null!;

    [Fact]
    public async Task Everything_from_the_first_sign_in_to_the_public_result_is_done_on_pages()
    {
        var administrator = await FirstAdministratorAsync();
        await FillDirectoriesAsync(administrator);
        var item = await PublishItemAsync(administrator);
        var scheduler = await UserAsync(administrator, "li.lei", Role.Scheduler);
        var head = await UserAsync(administrator, "zhao.min", Role.Head);
        var reviewer = await UserAsync(administrator, "sun.li", Role.Reviewer);
        var inspectors = new List<WebBrowser>();
        for (var i = 0; i < Inspectors; i++)
            inspectors.Add(await UserAsync(administrator, $"inspector{i}", Role.Inspector, $"SJ-{i}"));
        await administrator.OpenAsync("/console");
        Assert.DoesNotContain("开始使用", administrator.Page, StringComparison.Ordinal);

        await WriteTaskAsync(scheduler, item);
        await head.OpenAsync("/console");
        await head.OpenAsync(LinkOf(head, "/approve"));
        await head.SubmitAsync("");
        var links = await AnnounceAsync(scheduler);
        foreach (var (link, digits) in links.Zip(["316627", "080915"]))
            await ContributeAsync(link, digits);
        await scheduler.OpenAsync("/console");
        await scheduler.OpenAsync(LinkOf(scheduler, "/console/draws/") + "/reveal");
        await scheduler.SubmitAsync("");
        Assert.Contains("抽取完成", scheduler.Page, StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromDays(8));
        foreach (var person in inspectors.Append(reviewer))
            await SignInAsync(person);
        var visit = await RecordAsync(inspectors, item);
        await reviewer.OpenAsync("/console");
        await reviewer.OpenAsync(LinkOf(reviewer, "/console/reviews/"));
        await reviewer.PressAsync("Approve");

        using var citizen = new WebBrowser(app);
        await citizen.OpenAsync($"/results/{visit}");
        Assert.Equal(HttpStatusCode.OK, citizen.Status);
        Assert.Contains("未发现问题", citizen.Page, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(("Rules:Authority", "青檀区市场监督管理局"), ("Answers:WithinSeconds", "60"));

    public async ValueTask DisposeAsync()
    {
        people.ForEach(static person => person.Dispose());
        await app.DisposeAsync();
    }

    private WebBrowser Person()
    {
        var person = new WebBrowser(app);
        people.Add(person);
        return person;
    }

    private async Task<WebBrowser> FirstAdministratorAsync()
    {
        var administrator = Person();
        var offer = await app.Service<FirstSignIn>().OfferAsync(TestContext.Current.CancellationToken);
        await administrator.OpenAsync($"/sign-in/{offer!.Value.Secret}");
        Assert.Equal("/console", administrator.Address);
        Assert.Contains("开始使用", administrator.Page, StringComparison.Ordinal);
        return administrator;
    }

    private static async Task FillDirectoriesAsync(WebBrowser administrator)
    {
        var codes = new SampleCodes(new SampleRandom(7));
        var enterprises = Enumerable.Range(0, Enterprises).Select(i => $"{codes.Make(1, true, i)},第{i}食品店,{"ABC"[i % 3]},青檀区,存续");
        var inspectors = Enumerable.Range(0, Inspectors).Select(i => $"SJ-{i},执法员{i},{Department},2030-01-01");
        foreach (var (directory, text) in new[]
        {
            ("enterprises", "统一社会信用代码,企业名称,信用风险类别,行政区划,登记状态\n" + string.Join('\n', enterprises)),
            ("inspectors", "执法证号,姓名,部门,证件有效期\n" + string.Join('\n', inspectors)),
        })
        {
            await administrator.OpenAsync($"/console/imports?directory={directory}");
            await administrator.UploadAsync("/console/imports", ("Upload", $"{directory}.csv", text), ("Directory", directory));
            Assert.Contains("检查通过", administrator.Page, StringComparison.Ordinal);
            await administrator.OpenAsync(administrator.Address + "/confirm");
            await administrator.SubmitAsync("");
            Assert.Contains("写入了", administrator.Page, StringComparison.Ordinal);
        }
    }

    private static async Task<string> PublishItemAsync(WebBrowser administrator)
    {
        await administrator.OpenAsync("/console/items/edit");
        await administrator.SubmitAsync("", ("Form.Code", "SP-001"), ("Form.Name", "食品经营监督检查"), ("Form.Category", "General"), ("Form.Published", "true"));
        Assert.Contains("已保存", administrator.Page, StringComparison.Ordinal);
        return "SP-001";
    }

    private async Task<WebBrowser> UserAsync(WebBrowser administrator, string name, string role, string inspectorId = "")
    {
        await administrator.OpenAsync("/console/users/edit");
        await administrator.SubmitAsync("", ("Form.Name", name), ("Form.Roles", role), ("Form.InspectorId", inspectorId));
        await administrator.SubmitAsync("handler=Token", ("Days", "90"));
        var person = Person();
        tokens[person] = Token().Match(administrator.Page).Value;
        await SignInAsync(person);
        return person;
    }

    private async Task SignInAsync(WebBrowser person)
    {
        await person.OpenAsync("/console");
        await person.SubmitAsync("/sign-in", ("token", tokens[person]));
        Assert.Equal("/console", person.Address);
    }

    private static async Task WriteTaskAsync(WebBrowser scheduler, string item)
    {
        await scheduler.OpenAsync("/console/tasks/new");
        await scheduler.SubmitAsync("", ("Kind", "none"));
        await scheduler.SubmitAsync(
            "", ("Form.Title", "2026年11月食品经营抽查"), ("Form.StartsOn", "2026-11-05"), ("Form.EndsOn", "2026-11-30"),
            ("Form.Departments", Department), ("Form.Items", item));
        await scheduler.SubmitAsync("");
        await scheduler.SubmitAsync("", ("Form.Mode", "Rates"), ("Form.Rows[0].Rate", "10"), ("Form.Rows[1].Rate", "10"), ("Form.Rows[2].Rate", "10"), ("Form.Reserve", "1"));
        await scheduler.SubmitAsync("", ("Form.Rows[0].Size", "2"));
        await scheduler.SubmitAsync("", ("Form.Kind", "Ceremony"), ("Form.Witnesses", "区纪委监委\n企业代表"), ("Form.Digits", "6"), ("Form.ListPublished", "AtDraw"));
        Assert.EndsWith("/check", scheduler.Address, StringComparison.Ordinal);
        await scheduler.SubmitAsync("");
        Assert.Contains("等待负责人批准", scheduler.Page, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> AnnounceAsync(WebBrowser scheduler)
    {
        await scheduler.OpenAsync("/console");
        await scheduler.OpenAsync(LinkOf(scheduler, "/console/tasks/") + "/draw");
        await scheduler.SubmitAsync("", ("Typed", $"{Enterprises}"));
        var links = Contribution().Matches(scheduler.Page).Select(match => match.Value).Distinct().ToList();
        Assert.Equal(2, links.Count);
        return links;
    }

    private async Task ContributeAsync(string link, string digits)
    {
        using var witness = new WebBrowser(app);
        await witness.OpenAsync(link);
        await witness.SubmitAsync("", ("digits", digits));
        Assert.Equal(HttpStatusCode.OK, witness.Status);
    }

    /// <returns>The id of the result that was recorded.</returns>
    private static async Task<string> RecordAsync(IReadOnlyList<WebBrowser> inspectors, string item)
    {
        foreach (var inspector in inspectors)
        {
            await inspector.OpenAsync("/console");
            if (!inspector.Page.Contains("您要做的检查", StringComparison.Ordinal))
                continue;
            var visit = LinkOf(inspector, "/console/visits/");
            await inspector.OpenAsync(visit + "/record");
            await inspector.PressAsync(
                "Continue", ("Input.InspectedOn", "2026-11-10"), ("Input.Method", "OnSite"), ("Input.Notes", ""), ("Input.Items[0].ItemCode", item),
                ("Input.Items[0].Checked", "true"), ("Input.Items[0].Code", "NoProblem"), ("Input.Items[0].Disposal", "None"),
                ("Input.Items[0].Finding", ""), ("Input.Items[0].LegalBasis", ""));
            Assert.Equal(visit + "/submit", inspector.Address);
            await inspector.SubmitAsync("");
            Assert.Equal((HttpStatusCode.OK, visit), (inspector.Status, inspector.Address));
            return string.Join('-', visit.Split('/')[^2..]);
        }

        throw new InvalidOperationException("no inspector has a visit");
    }

    /// <summary>The first link in what waits on the workbench whose address has this part.</summary>
    private static string LinkOf(WebBrowser browser, string part) => Links().Matches(browser.Page.Split("<main")[1].Split("id=\"pages\"")[0])
        .Select(match => match.Groups["to"].Value).First(link => link.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex("inspection_[0-9a-f]{16}_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();

    [GeneratedRegex("/contribute/[A-Za-z0-9_-]+")]
    private static partial Regex Contribution();

    [GeneratedRegex("<a [^>]*href=\"(?<to>/console/[^\"]*)\"")]
    private static partial Regex Links();
}

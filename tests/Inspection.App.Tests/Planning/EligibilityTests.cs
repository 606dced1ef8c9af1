using System.Net;
using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Planning;

/// <summary>Who can be drawn and who can serve, as the directories and the history of visits say.</summary>
public sealed class EligibilityTests
{
    private static readonly IProgress<string> Silent = new Progress<string>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "2026-11-01", false)]
    [InlineData(6, "2026-11-01", true)]
    [InlineData(6, "2026-05-09", true)]
    [InlineData(6, "2026-05-08", false)]
    [InlineData(18, "2025-06-01", true)]
    public async Task With_rotation_nobody_visits_an_enterprise_again_within_the_months(int months, string visitedOn, bool isRecused)
    {
        await using var fixture = await DrawFixture.StartAsync(settings: ("Rules:RotationMonths", $"{months}"));
        var visited = await fixture.Service<EnterpriseStore>().ScanAsync(cancellation: Cancellation).FirstAsync(Cancellation);
        var before = await fixture.TaskAsync(DrawFixture.Terms() with { StartsOn = DateOnly.Parse(visitedOn), EndsOn = DateOnly.Parse(visitedOn).AddDays(20) });
        await fixture.Service<VisitHistory>().RecordAsync(
            "earlier", before, isExempt: false, [new PlannedVisit(visited.Uscc, RiskClass.Parse("A"), ["SJ-001", "SJ-002"])], Cancellation);

        var found = await fixture.Service<EligibilityService>().FindAsync(await fixture.TaskAsync(), Silent, Cancellation);

        var recused = found.Inspectors.Items.Where(inspector => inspector.Recused.Contains(visited.Uscc)).Select(inspector => inspector.Id);
        Assert.Equal(isRecused ? ["SJ-001", "SJ-002"] : [], recused);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(1000, false)]
    public async Task A_plan_says_what_its_rates_reach_and_warns_where_that_is_too_little(int rate, bool isWarned)
    {
        await using var fixture = await DrawFixture.StartAsync(enterprises: 400);
        var address = await PlanAsync(fixture, rate);

        var preview = (await fixture.Scheduler.GetJson($"{address}/eligibility")).Expect(HttpStatusCode.OK).Json;

        // 200 of A, 100 of B, 100 of C.
        Assert.Equal(rate / 10000.0, (double)preview["planShare"]!, 9);
        Assert.Equal(400, (int)preview["roster"]!);
        Assert.Equal([rate / 50, rate / 100, rate / 100], preview["classes"]!.Select(c => (int)Math.Round((double)c["expected"]!)));
        var warnings = preview["warnings"]!.Select(warning => (string)warning!);
        Assert.Equal(isWarned, warnings.Any(warning => warning.Contains("Rules:OverallMinimum", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whom_a_plan_has_drawn_counts_to_what_it_reaches()
    {
        await using var fixture = await DrawFixture.StartAsync(enterprises: 100, settings: ("Rules:OverallMinimum", "1200"));
        var address = await PlanAsync(fixture, 1000);
        var planId = address[(address.LastIndexOf('/') + 1)..];
        var terms = DrawFixture.Terms() with
        {
            PlanId = planId,
            Sampling = new TaskSampling { Mode = SamplingMode.Quotas, Quotas = new Dictionary<string, int> { ["A"] = 5 } },
        };
        await fixture.DrawAsync(terms);

        var preview = (await fixture.Scheduler.GetJson($"{address}/eligibility")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal((95, 5), ((int)preview["roster"]!, (int)preview["leftOut"]!["already-drawn"]!));
        Assert.Equal([0, 3, 3], preview["classes"]!.Select(c => (int)Math.Round((double)c["expected"]!)));
        Assert.Equal(0.11, (double)preview["planShare"]!, 9);
        Assert.Contains(preview["warnings"]!, warning => ((string)warning!).Contains("12%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_that_takes_long_answers_202_until_it_is_there()
    {
        using var gate = new ManualResetEventSlim(initialState: true);
        await using var fixture = await StartSlowAsync(gate);
        var path = $"/api/v1/tasks/{(await fixture.TaskAsync()).Id}/eligibility";
        gate.Reset();

        var first = (await fixture.Scheduler.GetJson(path)).Expect(HttpStatusCode.Accepted);
        Assert.Equal((path, "2"), (first.Location, first.Headers["Retry-After"]));
        Assert.NotEqual("", (string?)first.Json["progress"]);
        (await fixture.Scheduler.GetJson(path)).Expect(HttpStatusCode.Accepted);
        gate.Set();

        Assert.Equal(40, (int)(await PollAsync(fixture, path))["roster"]!);
    }

    [Fact]
    public async Task A_preview_that_nobody_fetched_in_time_is_made_anew()
    {
        using var gate = new ManualResetEventSlim(initialState: true);
        await using var fixture = await StartSlowAsync(gate);
        var task = await fixture.TaskAsync();
        var path = $"/api/v1/tasks/{task.Id}/eligibility";
        gate.Reset();
        (await fixture.Scheduler.GetJson(path)).Expect(HttpStatusCode.Accepted);
        gate.Set();
        while (fixture.Service<EligibilityPreviews>().ProgressOf(task).Progress.Length > 0)
            await Task.Delay(20, Cancellation);
        var left = await fixture.Service<EnterpriseStore>().ScanAsync(cancellation: Cancellation).FirstAsync(Cancellation);
        await fixture.Service<EnterpriseStore>().DeleteAsync(left.Uscc, Azure.ETag.All, Cancellation);

        fixture.App.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(39, (int)(await PollAsync(fixture, path))["roster"]!);
    }

    /// <summary>Enterprises are read while the gate is open; no request waits for them.</summary>
    private static Task<DrawFixture> StartSlowAsync(ManualResetEventSlim gate)
    {
        var tap = new TappedStores
        {
            OnRead = name =>
            {
                if (name == EnterpriseStore.Table)
                    gate.Wait(Cancellation);
            },
        };
        return DrawFixture.StartAsync(configure: tap.Wire, settings: ("Answers:WithinSeconds", "0"));
    }

    private static async Task<JToken> PollAsync(DrawFixture fixture, string path)
    {
        Answer answer;
        while ((answer = await fixture.Scheduler.GetJson(path)).Status == HttpStatusCode.Accepted)
            await Task.Delay(20, Cancellation);
        return answer.Expect(HttpStatusCode.OK).Json;
    }

    private static async Task<string> PlanAsync(DrawFixture fixture, int rate)
    {
        var plan = JObject.FromObject(new
        {
            year = 2026,
            title = "年度抽查计划",
            itemCodes = new[] { DrawFixture.ItemCode },
            departments = new[] { new { department = DrawFixture.Market, size = 2 } },
            rates = new Dictionary<string, int> { ["A"] = rate, ["B"] = rate, ["C"] = rate },
        });
        var created = (await fixture.Scheduler.PostJson("/api/v1/plans", plan)).Expect(HttpStatusCode.Created);
        return created.Location!;
    }
}

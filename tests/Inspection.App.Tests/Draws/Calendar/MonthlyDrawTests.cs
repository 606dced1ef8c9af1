using System.Net;
using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;

namespace Inspection.App.Tests.Draws.Calendar;

public sealed class MonthlyDrawTests
{
    private const string Department = "市场监管";
    private const string Item = "SP-01";
    private const int Enterprises = 3000;

    private static readonly string[] Classes = ["A", "B", "C", "D"];

    // 09:30 in Beijing on the first of January 2027: the test clock starts at 2026-11-02 01:00 UTC.
    private static readonly TimeSpan ToNewYear = new DateTimeOffset(2027, 1, 1, 1, 30, 0, TimeSpan.Zero) - new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_months_draw_nobody_twice_and_reach_each_class_its_yearly_quota()
    {
        await using var app = await StartAsync();
        var plan = await AddPlanAsync(app);
        app.Time.Advance(ToNewYear);
        for (var month = 1; month <= 12; month++)
        {
            var report = await app.Service<MonthlyDraw>().RunAsync(Cancellation);
            Assert.True(report.IsComplete, report.Detail);
            await app.Service<AdvanceDraws>().RunAsync(Cancellation);
            var now = app.Time.GetUtcNow();
            app.Time.Advance(now.AddMonths(1) - now);
        }

        var visits = await app.Service<VisitHistory>().OfYearAsync(2027, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(visits.Count, visits.Select(static visit => visit.Uscc).Distinct().Count());
        Assert.Equal(12, visits.Select(static visit => visit.DrawId).Distinct().Count());
        foreach (var name in Classes)
        {
            var size = Enumerable.Range(0, Enterprises).Count(i => ClassOf(i) == name);
            var wanted = new BasisPoints(plan.Terms.Rates[name]).CeilingOf(size);
            Assert.Equal(wanted, visits.Count(visit => visit.RiskClass == RiskClass.Parse(name)));
        }
    }

    [Fact]
    public async Task Run_many_times_at_once_it_makes_one_task_and_one_draw()
    {
        await using var app = await StartAsync();
        var plan = await AddPlanAsync(app);
        app.Time.Advance(ToNewYear);
        var job = app.Service<MonthlyDraw>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => job.RunAsync(Cancellation))));
        Assert.True((await job.RunAsync(Cancellation)).IsComplete);

        var task = Assert.Single((await app.Service<TaskStore>().ListAsync(100, null, Cancellation)).Items);
        Assert.Equal($"{plan.Id}-2027-01", task.Id);
        Assert.Equal(1, task.Attempt);
        Assert.Equal("zhang.head", task.ApprovedBy);
        Assert.Equal((new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 31)), (task.Terms.StartsOn, task.Terms.EndsOn));
        var draw = Assert.Single(await DrawsOfAsync(app));
        Assert.Equal(task.DrawId, draw);
        var noted = await app.Service<AuditLog>().ListAsync(new AuditFilter(null, null, Actor.Calendar.Name, null), 10, null, Cancellation);
        Assert.Equal(("MonthlyDraw", $"tasks/{task.Id}/draw"), (Assert.Single(noted.Items).Action, noted.Items[0].Subject));
    }

    [Fact]
    public async Task A_task_that_a_crash_left_without_its_draw_is_drawn_by_the_next_run()
    {
        await using var app = await StartAsync();
        var plan = await AddPlanAsync(app);
        app.Time.Advance(ToNewYear);
        await app.Service<TaskStore>().AddAsync(MonthlyTask.Of(plan, new DateOnly(2027, 1, 1)), Cancellation);

        await app.Service<MonthlyDraw>().RunAsync(Cancellation);

        Assert.Single(await DrawsOfAsync(app));
    }

    [Fact]
    public async Task What_people_voided_the_calendar_does_not_draw_again()
    {
        await using var app = await StartAsync();
        var plan = await AddPlanAsync(app);
        app.Time.Advance(ToNewYear);
        var voided = MonthlyTask.Of(plan, new DateOnly(2027, 1, 1)) with { Attempt = 1 };
        await app.Service<TaskStore>().AddAsync(voided, Cancellation);

        Assert.True((await app.Service<MonthlyDraw>().RunAsync(Cancellation)).IsComplete);
        Assert.Empty(await DrawsOfAsync(app));
    }

    [Fact]
    public async Task Months_before_the_approval_are_not_drawn_and_their_share_is_spread()
    {
        await using var app = await StartAsync();
        app.Time.Advance(ToNewYear);
        var now = app.Time.GetUtcNow();
        app.Time.Advance(now.AddMonths(10) - now);
        var plan = await AddPlanAsync(app);

        await app.Service<MonthlyDraw>().RunAsync(Cancellation);
        await app.Service<AdvanceDraws>().RunAsync(Cancellation);

        Assert.Equal($"{plan.Id}-2027-11", Assert.Single((await app.Service<TaskStore>().ListAsync(100, null, Cancellation)).Items).Id);
        var visits = await app.Service<VisitHistory>().OfYearAsync(2027, Cancellation).ToListAsync(Cancellation);
        var yearOfD = Enumerable.Range(0, Enterprises).Count(static i => ClassOf(i) == "D");
        Assert.Equal((yearOfD + 1) / 2, visits.Count(static visit => visit.RiskClass == RiskClass.Parse("D")));
    }

    [Fact]
    public async Task A_draft_a_plan_of_another_year_and_one_without_months_are_left_alone()
    {
        await using var app = await StartAsync();
        await AddPlanAsync(app, plan => plan with { ApprovedBy = "" });
        await AddPlanAsync(app, plan => plan with { Terms = plan.Terms with { Year = 2028 } });
        await AddPlanAsync(app, plan => plan with { Terms = plan.Terms with { Monthly = null } });
        app.Time.Advance(ToNewYear);

        Assert.Equal("no plan draws monthly", (await app.Service<MonthlyDraw>().RunAsync(Cancellation)).Detail);
    }

    [Fact]
    public async Task A_run_that_is_caught_up_before_nine_in_Beijing_leaves_the_new_month_to_its_own_time()
    {
        await using var app = await StartAsync();
        await AddPlanAsync(app);
        app.Time.Advance(ToNewYear - TimeSpan.FromHours(1));

        await app.Service<MonthlyDraw>().RunAsync(Cancellation);

        Assert.Empty(await DrawsOfAsync(app));
    }

    [Fact]
    public async Task A_plan_that_cannot_be_drawn_is_reported_and_keeps_no_other_from_being_drawn()
    {
        await using var app = await StartAsync();
        var silent = await AddPlanAsync(
            app, plan => plan with { Terms = plan.Terms with { Monthly = new MonthlyTerms { Entropy = new TaskEntropy { Kind = EntropyKind.Drand } } } });
        await AddPlanAsync(app);
        app.Time.Advance(ToNewYear);

        var report = await app.Service<MonthlyDraw>().RunAsync(Cancellation);

        Assert.False(report.IsComplete);
        Assert.Contains($"{silent.Id}-2027-01 is not drawn, no-beacon", report.Detail, StringComparison.Ordinal);
        Assert.Single(await DrawsOfAsync(app));
    }

    [Fact]
    public async Task The_witnesses_of_a_monthly_ceremony_get_their_links_from_the_scheduler()
    {
        await using var app = await StartAsync();
        var ceremony = new TaskEntropy { Kind = EntropyKind.Ceremony, Digits = 6, Witnesses = ["区纪委监委", "企业代表"] };
        await AddPlanAsync(app, plan => plan with { Terms = plan.Terms with { Monthly = new MonthlyTerms { Entropy = ceremony } } });
        app.Time.Advance(ToNewYear);
        await app.Service<MonthlyDraw>().RunAsync(Cancellation);
        var id = Assert.Single(await DrawsOfAsync(app));
        using var scheduler = await app.ClientAs(Role.Scheduler);

        var links = (await scheduler.PostJson($"/api/v1/draws/{id}/links")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(["区纪委监委", "企业代表"], links.Select(static link => (string?)link["witness"]));
        foreach (var link in links)
            (await app.Anonymous.PostJson($"/api/v1/contributions/{(string)link["link"]!}", new { value = "271828" })).Expect(HttpStatusCode.OK);
        await app.Service<AdvanceDraws>().RunAsync(Cancellation);

        Assert.Equal("Drawn", (string?)(await scheduler.GetJson($"/api/v1/draws/{id}")).Json["state"]);
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync(("Draws:AllowUnproven", "true"));
        var item = new CheckItem { Code = Item, Name = "食品经营许可检查", Field = "食品", Published = true };
        await app.Service<CheckItemStore>().SaveAsync(item, null, Cancellation);
        foreach (var number in Enumerable.Range(1, 20))
        {
            await app.Service<InspectorStore>().SaveAsync(
                new InspectorProfile
                {
                    InspectorId = $"3799{number:0000}",
                    Name = "某某",
                    Department = Department,
                    CertificateExpires = DateOnly.MaxValue,
                },
                null,
                Cancellation);
        }

        var codes = new SampleEnterprises(7);
        await app.Service<EnterpriseStore>().PutAsync(
            [.. Enumerable.Range(0, Enterprises).Select(i => new Enterprise
            {
                Uscc = codes.Code(i),
                Name = $"企业{i}",
                District = "示例区",
                Status = "存续",
                RiskClass = RiskClass.Parse(ClassOf(i)),
            })],
            Cancellation);
        return app;
    }

    private static async Task<YearlyPlan> AddPlanAsync(TestApp app, Func<YearlyPlan, YearlyPlan>? change = null)
    {
        var plan = new YearlyPlan
        {
            Id = $"plan-{Guid.CreateVersion7(app.Time.GetUtcNow()):n}",
            CreatedBy = "li.scheduler",
            ApprovedBy = "zhang.head",
            Terms = new PlanTerms
            {
                Year = 2027,
                Title = "食品经营年度抽查",
                ItemCodes = [Item],
                Departments = [new DepartmentTeam(Department, 2)],
                Monthly = new MonthlyTerms { Entropy = new TaskEntropy { Kind = EntropyKind.None }, Reserve = 2 },
            },
        };
        return (await app.Service<PlanStore>().AddAsync(change?.Invoke(plan) ?? plan, Cancellation))!;
    }

    private static async Task<IReadOnlyList<string>> DrawsOfAsync(TestApp app)
    {
        var client = await app.ClientAs(Role.Scheduler);
        return [.. (await client.GetJson("/api/v1/draws")).Json["items"]!.Select(static draw => (string)draw["id"]!)];
    }

    // 60%, 25%, 12% and 3%.
    private static string ClassOf(int index) => Classes[(index % 100) switch { < 60 => 0, < 85 => 1, < 97 => 2, _ => 3 }];
}

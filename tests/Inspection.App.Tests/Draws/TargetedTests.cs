using System.Net;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;

namespace Inspection.App.Tests.Draws;

/// <summary>Tasks that name their enterprises: nobody is drawn of them, and the inspectors are.</summary>
public sealed class TargetedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whom_a_task_names_is_visited_by_inspectors_whom_the_protocol_draws()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var named = await NamesAsync(fixture, 3);
        var id = await fixture.DrawAsync(Terms(new TaskTarget(TargetReason.Reinspection, "整改期满") { Enterprises = named }));

        var selections = await fixture.SelectionsOf(id);
        var record = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(named.Order(StringComparer.Ordinal), selections.Select(item => (string)item["uscc"]!));
        Assert.All(selections, item => Assert.Equal(2, item["teams"]![0]!["inspectors"]!.Count()));
        Assert.Equal(named.Order(StringComparer.Ordinal), record["selected"]!.Select(code => (string)code!));
        var package = PackageFile.Read(new MemoryStream(await fixture.Auditor.GetByteArrayAsync($"/api/v1/draws/{id}/package", Cancellation)));
        Assert.True(Verifier.Verify(new VerificationInput { Package = package }).NothingFailed);
    }

    [Fact]
    public async Task The_public_sees_that_nobody_was_drawn_and_why_and_nobodys_class()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var target = new TaskTarget(TargetReason.Lead, "专项检查方案第3号") { Enterprises = await NamesAsync(fixture, 2) };
        var id = await fixture.DrawAsync(Terms(target));

        var status = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/status")).Expect(HttpStatusCode.OK).Json;
        var notice = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/notice")).Expect(HttpStatusCode.OK).Json;
        var task = (await fixture.App.Anonymous.GetJson("/api/v1/public/tasks")).Expect(HttpStatusCode.OK).Json["items"]![0]!;

        Assert.Equal("Lead", (string?)status["target"]!["reason"]);
        Assert.Equal("专项检查方案第3号", (string?)status["target"]!["basis"]);
        Assert.Equal("不抽取企业，逐户检查（线索核查）：指定的2家企业", (string?)notice["scope"]);
        Assert.Equal("ALL", Assert.Single(notice["sampling"]!["classes"]!)["class"]);
        Assert.Equal("Lead", (string?)task["target"]!["reason"]);
        Assert.DoesNotContain(target.Enterprises, code => task.ToString().Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_area_is_inspected_in_full_whatever_the_yearly_cap_says()
    {
        await using var fixture = await DrawFixture.StartAsync(10, settings: [("Rules:YearlyCap:A", "0"), ("Rules:YearlyCap:B", "0"), ("Rules:YearlyCap:C", "0")]);
        var id = await fixture.DrawAsync(Terms(new TaskTarget(TargetReason.KeyArea)) with { Scope = new TaskScope { Districts = ["测试区"] } });

        Assert.Equal(10, (await fixture.SelectionsOf(id)).Count);
    }

    [Fact]
    public async Task Who_is_not_in_the_directory_is_left_out_by_name_of_the_rule()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var stranger = new SampleCodes(new SampleRandom(99)).Make(1, true, 1).ToString();
        var named = await NamesAsync(fixture, 1);
        var task = await fixture.TaskAsync(Terms(new TaskTarget(TargetReason.Lead) { Enterprises = [.. named, stranger] }));

        var preview = (await fixture.Scheduler.GetJson($"/api/v1/tasks/{task.Id}/eligibility")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(1, (int)preview["roster"]!);
        Assert.Equal(1, (int)preview["leftOut"]![ExclusionRule.NotInDirectory]!);
        Assert.Empty(preview["warnings"]!);
    }

    [Fact]
    public async Task A_targeted_visit_keeps_nobody_out_of_a_random_draw()
    {
        await using var fixture = await DrawFixture.StartAsync(10, settings: [("Rules:YearlyCap:A", "1")]);
        await fixture.DrawAsync(Terms(new TaskTarget(TargetReason.Lead) { Enterprises = await NamesAsync(fixture, 4) }));
        var task = await fixture.TaskAsync();

        var preview = (await fixture.Scheduler.GetJson($"/api/v1/tasks/{task.Id}/eligibility")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(10, (int)preview["roster"]!);
    }

    [Fact]
    public async Task A_targeted_task_is_written_with_its_reason_its_basis_and_its_enterprises()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var named = await NamesAsync(fixture, 2);

        var task = (await fixture.Scheduler.PostJson("/api/v1/tasks", new
        {
            title = "线索核查",
            itemCodes = new[] { DrawFixture.ItemCode },
            departments = new[] { new { department = DrawFixture.Market, size = 2 } },
            target = new { reason = "Lead", basis = "专项检查方案第3号", enterprises = named },
            sampling = new { mode = "all" },
            startsOn = "2026-11-09",
            endsOn = "2026-11-30",
            entropy = new { kind = "none" },
        })).Expect(HttpStatusCode.Created).Json;

        Assert.Equal(named, task["target"]!["enterprises"]!.Select(code => (string)code!));
        Assert.Equal("all", (string?)task["sampling"]!["mode"]);
    }

    [Fact]
    public async Task What_makes_no_targeted_task_is_refused()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var codes = await NamesAsync(fixture, 2);
        var named = Terms(new TaskTarget(TargetReason.Lead) { Enterprises = codes });

        await RefusedAsync(fixture, named with { Sampling = DrawFixture.Terms().Sampling }, "draws nobody");
        await RefusedAsync(fixture, named with { Target = null }, "say in target why");
        await RefusedAsync(fixture, named with { Reserve = 1 }, "no reserves");
        await RefusedAsync(fixture, named with { PlanId = "p" }, "no yearly plan");
        await RefusedAsync(fixture, named with { Target = new TaskTarget(TargetReason.Lead) }, "names its enterprises");
        await RefusedAsync(fixture, named with { Target = named.Target! with { Enterprises = [codes[0], codes[0]] } }, "named twice");
        await RefusedAsync(fixture, named with { Target = named.Target! with { Enterprises = ["91379901"] } }, "not a unified social credit code");
    }

    [Fact]
    public async Task The_notice_of_a_supplementary_draw_tells_nobodys_class()
    {
        await using var fixture = await DrawFixture.StartAsync(inspectors: 3);
        var id = await fixture.DrawAsync(DrawFixture.Terms() with { Departments = [new DepartmentTeam(DrawFixture.Market, 4)] });

        var made = Assert.Single((await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/shortages/draw")).Expect(HttpStatusCode.OK).Json["items"]!);
        var notice = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{(string)made["id"]!}/notice")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("ALL", Assert.Single(notice["sampling"]!["classes"]!)["class"]);
    }

    private static TaskTerms Terms(TaskTarget target) => DrawFixture.Terms() with
    {
        Title = "专项检查",
        Target = target,
        Sampling = TaskSampling.Everybody,
        Reserve = 0,
    };

    private static async Task<IReadOnlyList<string>> NamesAsync(DrawFixture fixture, int count) => await fixture.Service<EnterpriseStore>()
        .ListAsync(Cancellation).Take(count).Select(static one => one.Uscc.ToString()).ToListAsync(Cancellation);

    private static async Task RefusedAsync(DrawFixture fixture, TaskTerms terms, string why)
    {
        var refusal = (await fixture.Service<PlanningService>().CreateTaskAsync(terms, DrawFixture.Person("planner"), Cancellation)).Refusal!;
        Assert.Equal((RefusalKind.Invalid, "target"), (refusal.Kind, refusal.Rule));
        Assert.Contains(why, refusal.Detail, StringComparison.Ordinal);
    }
}

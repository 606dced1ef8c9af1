using System.Net;
using Inspection.App.Draws;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;

namespace Inspection.App.Tests.Draws;

public sealed class CommitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_simultaneous_requests_for_one_task_give_one_draw()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")));

        var created = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer != created), answer => answer.ExpectRefusal(HttpStatusCode.Conflict, "task-has-draw"));
        var draws = await fixture.Service<DrawStore>().AllAsync(Cancellation).ToListAsync(Cancellation);
        var head = Assert.Single(draws);
        Assert.Equal(DrawState.Committed, head.State);
        Assert.Equal(1, head.Attempt);
        Assert.Equal(head.Id, (await fixture.Service<TaskStore>().FindAsync(task.Id, Cancellation))!.DrawId);
    }

    [Fact]
    public async Task Notices_of_simultaneous_draws_form_one_chain()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var tasks = new List<InspectionTask>();
        for (var i = 0; i < 6; i++)
            tasks.Add(await fixture.TaskAsync());

        await Task.WhenAll(tasks.Select(task => fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")));

        var heads = await fixture.Service<DrawStore>().AllAsync(Cancellation).ToListAsync(Cancellation);
        var byPrevious = heads.ToDictionary(head => head.Previous);
        var chain = new List<string>();
        for (var previous = ""; byPrevious.TryGetValue(previous, out var head); previous = head.NoticeHash)
            chain.Add(head.NoticeHash);
        Assert.Equal(6, chain.Count);
    }

    [Fact]
    public async Task The_notice_is_public_and_in_the_ledger_before_anything_is_drawn()
    {
        await using var fixture = await DrawFixture.StartAsync();

        var draw = await fixture.CommitAsync();

        var id = (string)draw["id"]!;
        var file = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}/notice")).Expect(HttpStatusCode.OK);
        var notice = Notice.Parse(System.Text.Encoding.UTF8.GetBytes(file.Text));
        Assert.Equal((string?)draw["noticeHash"], notice.Hash.ToString());
        Assert.Equal(40, notice.Terms.RosterSize);
        var entry = await fixture.Service<ILedger>().FindAsync($"draw-{id}:notice", Cancellation);
        Assert.Equal(notice.Hash, entry!.DocumentHash);
        Assert.Equal(LedgerKind.Notice, entry.Kind);
        var listed = (await fixture.App.Anonymous.GetJson($"/api/v1/public/draws/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("Committed", (string?)listed["state"]);
        Assert.True((bool)listed["isUnproven"]!);
    }

    [Fact]
    public async Task A_task_that_is_not_approved_is_not_drawn()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var planning = fixture.Service<PlanningService>();
        var task = (await planning.CreateTaskAsync(DrawFixture.Terms(), DrawFixture.Person("planner"), Cancellation)).Value;

        (await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).ExpectRefusal(HttpStatusCode.Conflict, "not-approved");
    }

    [Fact]
    public async Task Entropy_none_is_refused_unless_a_setting_allows_it()
    {
        await using var fixture = await DrawFixture.StartAsync(settings: ("Draws:AllowUnproven", "false"));
        var task = await fixture.TaskAsync();

        (await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).ExpectRefusal(HttpStatusCode.Conflict, "entropy-unproven");
    }

    [Fact]
    public async Task A_beacon_that_is_not_configured_is_not_promised()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync(DrawFixture.Terms(new TaskEntropy { Kind = EntropyKind.Drand }));

        (await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_open_draw_of_several_classes_is_refused_and_leaves_the_task_free()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync(DrawFixture.Terms() with { Disclosure = Disclosure.Open });

        (await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).ExpectRefusal(HttpStatusCode.Conflict, "open-classes");

        var after = (await fixture.Service<TaskStore>().FindAsync(task.Id, Cancellation))!;
        Assert.Equal(("", 0), (after.DrawId, after.Attempt));
        Assert.Empty(await fixture.Service<DrawStore>().AllAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_task_without_anybody_to_draw_is_refused()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync(DrawFixture.Terms() with { Scope = new TaskScope { Districts = ["别处"] } });

        (await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).ExpectRefusal(HttpStatusCode.Conflict, "nobody-to-draw");
    }

    [Fact]
    public async Task A_plan_is_not_drawn_from_while_an_earlier_draw_of_it_is_open()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var plan = (await fixture.Service<PlanningService>().CreatePlanAsync(
            new PlanTerms { Year = 2026, Title = "年度计划", ItemCodes = [DrawFixture.ItemCode], Departments = [new DepartmentTeam(DrawFixture.Market, 2)] },
            DrawFixture.Person("planner"),
            Cancellation)).Value;
        var terms = DrawFixture.Terms() with { PlanId = plan.Id };
        var first = (string)(await fixture.CommitAsync(terms))["id"]!;
        var second = await fixture.TaskAsync(terms);

        (await fixture.Scheduler.PostJson($"/api/v1/tasks/{second.Id}/draw")).ExpectRefusal(HttpStatusCode.Conflict, "plan-has-open-draw");
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{first}/reveal")).Expect(HttpStatusCode.OK);
        var other = (string)(await fixture.Scheduler.PostJson($"/api/v1/tasks/{second.Id}/draw")).Expect(HttpStatusCode.Created).Json["id"]!;
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{other}/reveal")).Expect(HttpStatusCode.OK);

        Assert.Empty((await DrawnAsync(fixture, first)).Intersect(await DrawnAsync(fixture, other)));
    }

    [Fact]
    public async Task A_long_commitment_answers_202_and_goes_on_by_itself()
    {
        await using var fixture = await DrawFixture.StartAsync(settings: ("Answers:WithinSeconds", "0"));
        var task = await fixture.TaskAsync();

        var answer = (await fixture.Scheduler.PostJson($"/api/v1/tasks/{task.Id}/draw")).Expect(HttpStatusCode.Accepted);

        var state = "Requested";
        for (var i = 0; i < 600 && state == "Requested"; i++)
        {
            await Task.Delay(50, Cancellation);
            state = (string)(await fixture.Scheduler.GetJson(answer.Location!)).Expect(HttpStatusCode.OK).Json["state"]!;
        }

        Assert.Equal("Committed", state);
    }

    private static async Task<IEnumerable<string>> DrawnAsync(DrawFixture fixture, string id) =>
        (await fixture.SelectionsOf(id)).Where(item => !(bool)item["isReserve"]!).Select(item => (string)item["uscc"]!);
}

using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Draws.Calendar;

/// <summary>What jobs do stands in the audit log; that they looked and found nothing to do does not.</summary>
public sealed class JobAuditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draw_that_only_waits_leaves_nothing_in_the_log()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三")));
        var before = await EntriesAsync(fixture);

        for (var minute = 0; minute < 5; minute++)
            await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

        Assert.Equal(before, await EntriesAsync(fixture));
        (await fixture.App.Anonymous.PostJson($"/api/v1/contributions/{(string)draw["links"]![0]!["link"]!}", new { value = "314159" }))
            .Expect(System.Net.HttpStatusCode.OK);
        for (var minute = 0; minute < 5; minute++)
            await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

        Assert.Equal([.. before, ("AdvanceDraws reveal", $"draws/{(string)draw["id"]!}", "done")], await EntriesAsync(fixture));
    }

    [Fact]
    public async Task What_a_dead_process_left_is_committed_in_the_name_of_the_calendar()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var task = await fixture.TaskAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三")));
        var requested = await fixture.Service<DrawRequests>().RequestAsync(task.Id, DrawFixture.Person("planner"), "", Cancellation);

        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);
        fixture.App.Time.Advance(TimeSpan.FromDays(60));
        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);
        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

        var subject = $"draws/{requested.Value.Id}";
        Assert.Equal([("AdvanceDraws commit", subject, "done"), ("AdvanceDraws abandon", subject, "done")], await EntriesAsync(fixture));
    }

    [Fact]
    public async Task A_draw_that_cannot_be_committed_is_taken_back_with_the_rule_in_the_log()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var nobody = DrawFixture.Terms() with { Scope = new TaskScope { Districts = ["无人区"] } };
        var task = await fixture.TaskAsync(nobody);
        var requested = await fixture.Service<DrawRequests>().RequestAsync(task.Id, DrawFixture.Person("planner"), "", Cancellation);

        await fixture.Service<AdvanceDraws>().RunAsync(Cancellation);

        Assert.Equal([("AdvanceDraws commit", $"draws/{requested.Value.Id}", ITaskDraws.NobodyToDraw)], await EntriesAsync(fixture));
    }

    /// <summary>The calendar's entries, oldest first.</summary>
    private static async Task<List<(string Action, string Subject, string Outcome)>> EntriesAsync(DrawFixture fixture)
    {
        var filter = new AuditFilter(null, null, Actor.Calendar.Name, null);
        var entries = (await fixture.Service<AuditLog>().ListAsync(filter, 100, null, Cancellation)).Items;
        return [.. entries.OrderBy(static entry => entry.Time).Select(static entry => (entry.Action, entry.Subject, entry.Outcome))];
    }
}

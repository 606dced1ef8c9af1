using System.Net;
using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Pages;

public sealed class TargetedPageTests
{
    private const string Named = "按名单检查：线索核查";

    [Fact]
    public async Task A_targeted_task_and_its_draw_are_shown_as_targeted_and_never_as_random()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var codes = await fixture.Service<EnterpriseStore>().ListAsync(TestContext.Current.CancellationToken)
            .Take(3).Select(static one => one.Uscc.ToString()).ToListAsync(TestContext.Current.CancellationToken);
        var id = await fixture.DrawAsync(DrawFixture.Terms() with
        {
            Title = "专项检查",
            Target = new TaskTarget(TargetReason.Lead, "专项检查方案第3号") { Enterprises = codes },
            Sampling = TaskSampling.Everybody,
            Reserve = 0,
        });
        var draw = (await fixture.Service<PublicDrawStore>().FindAsync(id, TestContext.Current.CancellationToken))!;

        foreach (var path in new[] { "/plans", $"/tasks/{draw.TaskId}", "/draws", $"/draws/{id}", "/" })
            Assert.Contains(Named, await ReadAsync(fixture, path), StringComparison.Ordinal);
        var page = await ReadAsync(fixture, $"/draws/{id}");
        Assert.Contains("不是随机抽取的", page, StringComparison.Ordinal);
        Assert.Contains("专项检查方案第3号", page, StringComparison.Ordinal);
        Assert.DoesNotContain("抽中", page, StringComparison.Ordinal);
        Assert.DoesNotContain("每户机会", page, StringComparison.Ordinal);
        Assert.Contains("<dd>0</dd>", await ReadAsync(fixture, "/"), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(DrawFixture fixture, string path) =>
        (await fixture.App.Anonymous.GetJson(path)).Expect(HttpStatusCode.OK).Text;
}

using System.Net;
using Inspection.App.Results;
using Inspection.App.Tests.Results;

namespace Inspection.App.Tests.Pages.Console;

public sealed class ReviewPagesTests
{
    [Fact]
    public async Task A_reviewer_returns_with_an_opinion_sees_what_changed_and_approves()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.SubmittedAsync();
        using var reviewer = await fixture.ReviewerAsync();
        await reviewer.OpenAsync("/console/reviews");
        Assert.Contains($"href=\"{Review(fixture, uscc)}\"", reviewer.Page, StringComparison.Ordinal);
        await reviewer.OpenAsync(Review(fixture, uscc));

        await reviewer.PressAsync("Return");
        Assert.Equal(HttpStatusCode.BadRequest, reviewer.Status);
        Assert.Contains("href=\"#Opinion\"", reviewer.Page, StringComparison.Ordinal);
        await reviewer.PressAsync("Return", ("Opinion", "请写明发现了什么"));
        Assert.Equal((HttpStatusCode.OK, "/console/reviews"), (reviewer.Status, reviewer.Address));

        using var inspector = await fixture.TeamBrowserAsync(uscc);
        await inspector.OpenAsync(fixture.Visit(uscc));
        Assert.Contains("请写明发现了什么", inspector.Page, StringComparison.Ordinal);
        await inspector.OpenAsync(fixture.Visit(uscc, "record"));
        await inspector.SubmitAsync("", FieldForms.Result(finding: "冷藏柜没有温度记录"));
        await inspector.OpenAsync(fixture.Visit(uscc, "submit"));
        await inspector.SubmitAsync("");

        await reviewer.OpenAsync(Review(fixture, uscc));
        Assert.Contains("与上一次提交相比", reviewer.Page, StringComparison.Ordinal);
        Assert.Contains("冷藏柜没有温度记录", reviewer.Page, StringComparison.Ordinal);
        await reviewer.PressAsync("Approve");
        Assert.Equal("/console/reviews", reviewer.Address);
        Assert.Equal(ResultState.Published, (await fixture.ResultOf(uscc))!.State);
        await reviewer.OpenAsync($"/console/results/{fixture.DrawId}/{uscc}");
        Assert.Contains($"href=\"/results/{fixture.DrawId}-{uscc}\"", reviewer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_approved_at_once_but_what_changed_meanwhile_and_ones_own_are_not()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var (first, second) = (await fixture.SubmittedAsync(), await fixture.SubmittedAsync(visit: 1));
        using var reviewer = await fixture.ReviewerAsync();
        await reviewer.OpenAsync($"/console/reviews/approve?id={fixture.DrawId}-{first}&id={fixture.DrawId}-{second}&id=nonsense");
        Assert.Contains("通过以后，这 2 项结果随即公示，不能撤回", reviewer.Page, StringComparison.Ordinal);
        using var other = await fixture.ReviewerAsync("qian");
        await other.OpenAsync(Review(fixture, second));
        await other.PressAsync("Return", ("Opinion", "再看看"));

        await reviewer.SubmitAsync("");

        Assert.Equal(HttpStatusCode.Conflict, reviewer.Status);
        Assert.Contains("已通过 1 项；下面的没有通过", reviewer.Page, StringComparison.Ordinal);
        Assert.Equal((ResultState.Published, ResultState.Returned), ((await fixture.ResultOf(first))!.State, (await fixture.ResultOf(second))!.State));
    }

    [Fact]
    public async Task A_correction_is_begun_by_a_reviewer_written_by_the_team_and_approved_by_another()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        using var reviewer = await fixture.ReviewerAsync();
        await reviewer.OpenAsync($"/console/results/{fixture.DrawId}/{uscc}/correct");

        await reviewer.SubmitAsync("", ("Reason", "日期登记有误"));

        Assert.Contains("日期登记有误", reviewer.Page, StringComparison.Ordinal);
        using var inspector = await fixture.TeamBrowserAsync(uscc);
        await inspector.OpenAsync(fixture.Visit(uscc, "record"));
        await inspector.SubmitAsync("", FieldForms.Result("NoProblem", "None", "", "2026-11-11"));
        await inspector.OpenAsync(fixture.Visit(uscc, "submit"));
        await inspector.SubmitAsync("");
        // Whoever gave the reason does not review what it led to.
        await reviewer.OpenAsync(Review(fixture, uscc));
        Assert.Contains("您录入过这项结果", reviewer.Page, StringComparison.Ordinal);
        using var other = await fixture.ReviewerAsync("qian");
        await other.OpenAsync(Review(fixture, uscc));
        await other.PressAsync("Approve");
        var result = (await fixture.ResultOf(uscc))!;
        Assert.Equal((ResultState.Published, 2), (result.State, result.PublishedRevision));
    }

    [Fact]
    public async Task A_pending_problem_is_followed_up_until_it_is_closed()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify"));
        using var reviewer = await fixture.ReviewerAsync("qian");
        await reviewer.OpenAsync("/console/follow-ups");
        var page = $"/console/follow-ups/{fixture.DrawId}/{uscc}";
        Assert.Contains($"href=\"{page}\"", reviewer.Page, StringComparison.Ordinal);
        await reviewer.OpenAsync(page);

        await reviewer.SubmitAsync("", Follow("Pending", "2026-11-01"));
        Assert.Contains("href=\"#Input_On\"", reviewer.Page, StringComparison.Ordinal);
        await reviewer.SubmitAsync("", Follow("Corrected", "2026-11-12"));

        Assert.Equal("/console/follow-ups", reviewer.Address);
        Assert.Contains("没有待处理的问题", reviewer.Page, StringComparison.Ordinal);
        Assert.Empty((await fixture.ResultOf(uscc))!.OpenProblems);
    }

    private static (string Name, string Value)[] Follow(string code, string day) =>
        [("Input.ItemCode", "T-001"), ("Input.On", day), ("Input.Code", code), ("Input.Disposal", "Rectify"), ("Input.Note", "")];

    private static string Review(ResultFixture fixture, string uscc) => $"/console/reviews/{fixture.DrawId}/{uscc}";
}

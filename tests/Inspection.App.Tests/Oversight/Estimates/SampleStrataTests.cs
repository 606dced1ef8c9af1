using Inspection.App.Oversight;
using Inspection.App.Results;
using Inspection.Drawing;

namespace Inspection.App.Tests.Oversight.Estimates;

public sealed class SampleStrataTests
{
    private static readonly RiskClass B = RiskClass.Parse("B"), D = RiskClass.Parse("D");

    [Fact]
    public void Twelve_months_that_draw_a_class_whole_leave_no_error()
    {
        var draws = Enumerable.Range(0, 12).Select(month =>
            Draw(month, "计划", [new ClassSize(D, 24 - (2 * month))], [.. Enumerable.Repeat(One(D, Finding.Problem), 1), One(D, Finding.None)]));

        var strata = SampleStrata.Of(draws, new RateQuestion("甲"));

        Assert.Equal([new Stratum(24, 24, 24, 24, 12, 0)], strata);
        Assert.Equal(0, RateEstimator.Estimate(strata)!.StandardError);
    }

    [Fact]
    public void Draws_of_different_series_are_strata_of_their_own()
    {
        SampledDraw[] draws =
        [
            Draw(1, "一", [new ClassSize(B, 50)], [One(B, Finding.Problem)]),
            Draw(2, "二", [new ClassSize(B, 50)], [One(B, Finding.None), One(B, Finding.None)]),
        ];

        Assert.Equal(
            [new Stratum(50, 1, 1, 1, 1, 0), new Stratum(50, 2, 2, 2, 0, 0)],
            SampleStrata.Of(draws, new RateQuestion("甲")));
    }

    [Fact]
    public void Who_was_drawn_for_another_item_left_the_series_all_the_same()
    {
        SampledDraw[] draws =
        [
            Draw(1, "一", [new ClassSize(B, 50)], [One(B, Finding.Problem), One(B, Finding.None)]),
            Draw(2, "一", [new ClassSize(B, 48)], [One(B, Finding.None)], items: ["乙"]),
            Draw(3, "一", [new ClassSize(B, 47)], [One(B, Finding.None)]),
        ];

        Assert.Equal([new Stratum(50, 3, 3, 3, 1, 0)], SampleStrata.Of(draws, new RateQuestion("甲")));
        Assert.Equal([new Stratum(50, 1, 0, 0, 0, 1)], SampleStrata.Of(draws, new RateQuestion("乙")));
    }

    [Fact]
    public void A_district_keeps_the_weights_of_its_classes_and_leaves_out_those_of_which_nobody_is_known()
    {
        SampledDraw[] draws =
        [
            Draw(
                1, "一", [new ClassSize(B, 50), new ClassSize(D, 5)],
                [One(B, Finding.Problem, "东"), One(B, Finding.None, "西"), One(B, Finding.Gone, "东"), One(B, Finding.Unknown, "东"), One(D, Finding.Unknown, "东")]),
        ];

        Assert.Equal([new Stratum(50, 4, 3, 1, 1, 1)], SampleStrata.Of(draws, new RateQuestion("甲", District: "东")));
        Assert.Equal([new Stratum(50, 4, 3, 2, 1, 1), new Stratum(5, 1, 0, 0, 0, 1)], SampleStrata.Of(draws, new RateQuestion("甲")));
    }

    [Fact]
    public void Of_all_items_together_one_problem_is_a_problem_and_one_that_was_not_checked_takes_nobody_out()
    {
        Assert.Equal(Finding.Problem, Of(Finding.None, Finding.Problem, Finding.Unknown));
        Assert.Equal(Finding.None, Of(Finding.Unknown, Finding.None));
        Assert.Equal(Finding.Gone, Of(Finding.Unknown, Finding.Gone));
        Assert.Equal(Finding.Unknown, Of(Finding.Unknown));
        Assert.Equal(Finding.Unknown, Of());
    }

    [Fact]
    public void A_department_answers_for_the_draws_in_which_it_took_part()
    {
        SampledDraw[] draws =
        [
            Draw(1, "一", [new ClassSize(B, 50)], [One(B, Finding.Problem)]),
            Draw(2, "二", [new ClassSize(B, 50)], [One(B, Finding.None)]) with { Departments = ["消防"] },
        ];

        Assert.Equal(new Stratum(50, 1, 1, 1, 0, 0), Assert.Single(SampleStrata.Of(draws, new RateQuestion(Department: "消防"))));
    }

    [Fact]
    public void Every_result_code_has_its_meaning()
    {
        Assert.Equal(Enum.GetValues<ResultCode>(), Findings.Table.Keys);
        Assert.Equal(Finding.Unknown, Findings.Of(new ItemResult { ItemCode = "甲", Checked = false }));
        Assert.Equal(Finding.Problem, Findings.Of(new ItemResult { ItemCode = "甲", Checked = true, Code = ResultCode.Pending }));
    }

    private static Finding Of(params Finding[] findings) => new SampledEnterprise(
        B, "", findings.Select(static (finding, i) => (Code: $"{i}", Finding: finding)).ToDictionary(static pair => pair.Code, static pair => pair.Finding)).OfAny();

    private static SampledEnterprise One(RiskClass riskClass, Finding finding, string district = "") =>
        new(riskClass, district, new Dictionary<string, Finding> { ["甲"] = finding });

    private static SampledDraw Draw(
        int day, string series, IReadOnlyList<ClassSize> sizes, IReadOnlyList<SampledEnterprise> enterprises, IReadOnlyList<string>? items = null) =>
        new(series, DateTimeOffset.UnixEpoch.AddDays(day), sizes, items ?? ["甲"], ["市场"], enterprises);
}

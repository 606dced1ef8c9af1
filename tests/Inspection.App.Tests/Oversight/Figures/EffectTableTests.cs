using Inspection.App.Oversight;

namespace Inspection.App.Tests.Oversight.Figures;

public sealed class EffectTableTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void A_year_counts_what_is_due_inspected_published_and_overdue()
    {
        var draw = MadeUpDraw.Of(
            "a",
            MadeUpDraw.Visit("1", Finding.Problem) with { IsOpen = true },
            MadeUpDraw.Visit("2") with { PublishedOn = new DateOnly(2026, 4, 9) },
            MadeUpDraw.Visit("3", Finding.Unknown),
            MadeUpDraw.Visit("4", Finding.Unknown) with { DueOn = Today },
            MadeUpDraw.Visit("5", Finding.Gone));

        var year = EffectTable.Of([draw], Today)[0];

        Assert.Equal(("", 0), (year.Department, year.Month));
        Assert.Equal((4, 2, 1, 1), (year.Due, year.Inspected, year.Problems, year.Open));
        Assert.Equal((1, 1, 1), (year.OnTime, year.Late, year.Overdue));
        Assert.Equal((0.5, 0.5, 1 / 3.0), (year.Coverage, year.ProblemShare, year.OnTimeShare));
    }

    [Fact]
    public void The_burden_is_who_was_inspected_more_than_once()
    {
        DrawFacts[] draws =
        [
            MadeUpDraw.Of("a", MadeUpDraw.Visit("1"), MadeUpDraw.Visit("2"), MadeUpDraw.Visit("3", Finding.Unknown)),
            MadeUpDraw.Of("b", MadeUpDraw.Visit("1"), MadeUpDraw.Visit("3")) with { IsTargeted = true },
        ];

        var year = EffectTable.Of(draws, Today)[0];

        Assert.Equal((3, 1, 2), (year.Enterprises, year.MoreThanOnce, year.Targeted));
        Assert.Equal(4 / 3.0, year.VisitsPerEnterprise);
        Assert.Equal((2, 8, 4.0), (year.Inspectors, year.Sendings, year.VisitsPerInspector));
    }

    [Fact]
    public void A_joint_visit_counts_for_each_department_and_once_for_all()
    {
        DrawFacts[] draws =
        [
            MadeUpDraw.Of("a", MadeUpDraw.Visit("1")) with { Departments = ["市场", "消防"] },
            MadeUpDraw.Of("b", MadeUpDraw.Visit("2")) with { Departments = ["消防"], StartsOn = new DateOnly(2026, 4, 1) },
        ];

        var rows = EffectTable.Of(draws, Today).ToDictionary(static row => (row.Department, row.Month), static row => row.Inspected);

        Assert.Equal(
            new() { [("", 0)] = 2, [("", 3)] = 1, [("", 4)] = 1, [("市场", 0)] = 1, [("市场", 3)] = 1, [("消防", 0)] = 2, [("消防", 3)] = 1, [("消防", 4)] = 1 },
            rows);
    }

    [Fact]
    public void Nothing_is_divided_by_nothing()
    {
        var year = Assert.Single(EffectTable.Of([], Today));

        Assert.Null(year.Coverage);
        Assert.Null(year.OnTimeShare);
        Assert.Null(year.VisitsPerEnterprise);
    }
}

using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Tests.Oversight.Figures;

public sealed class RateTableTests
{
    private static readonly Dictionary<string, string> Names = new() { [MadeUpDraw.Item] = "食品经营" };

    [Fact]
    public void Rates_are_asked_of_items_departments_and_districts_and_of_all_together()
    {
        var draw = MadeUpDraw.Of("a", MadeUpDraw.Visit("1"), MadeUpDraw.Visit("2") with { District = "西区" });

        var asked = RateTable.Of([draw], Names).Select(static row => (row.ItemName, row.Department, row.District));

        Assert.Equal(
            [
                ("", "", ""), ("食品经营", "", ""), ("", "市场", ""),
                ("", "", "东区"), ("食品经营", "", "东区"), ("", "市场", "东区"),
                ("", "", "西区"), ("食品经营", "", "西区"), ("", "市场", "西区"),
            ],
            asked);
    }

    [Fact]
    public void Who_was_named_is_no_sample_of_anything()
    {
        var rows = RateTable.Of([MadeUpDraw.Of("a", MadeUpDraw.Visit("1", Finding.Problem)) with { IsTargeted = true }], Names);

        Assert.Null(Assert.Single(rows).Estimate);
    }

    [Fact]
    public void What_a_rate_leaves_out_is_counted_by_why()
    {
        var draw = MadeUpDraw.Of(
            "a",
            MadeUpDraw.Visit("1") with { Shortage = 1 },
            MadeUpDraw.Visit("2", Finding.Gone),
            MadeUpDraw.Visit("3", Finding.Unknown),
            MadeUpDraw.Visit("4") with { Items = new Dictionary<string, ItemFact> { [MadeUpDraw.Item] = new(Finding.Unknown, LeftOut.Unreachable) } },
            MadeUpDraw.Visit("5") with { Items = new Dictionary<string, ItemFact> { [MadeUpDraw.Item] = new(Finding.Unknown, LeftOut.NotChecked) } }) with { Excluded = 7 };

        foreach (var row in RateTable.Of([draw], Names))
            Assert.Equal(new LeftOutCount(5, 1, 1, 1, 1, 1, 7), row.LeftOut);
    }

    [Fact]
    public void A_plan_is_held_against_its_rates_of_all_who_could_be_drawn()
    {
        var plan = new YearlyPlan
        {
            Id = "p",
            CreatedBy = "li",
            Terms = new PlanTerms { Year = 2026, Title = "年度计划", ItemCodes = [], Departments = [], Rates = new Dictionary<string, int> { ["B"] = 500 }, },
        };
        DrawFacts[] draws =
        [
            MadeUpDraw.Of("a", MadeUpDraw.Visit("1"), MadeUpDraw.Visit("2", Finding.Unknown)) with { PlanId = "p", Series = "p" },
            MadeUpDraw.Of("b", MadeUpDraw.Visit("3")) with
            {
                PlanId = "p", Series = "p", DrawnAt = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Sizes = [new ClassSize(RiskClass.Parse("B"), 98)],
            },
            MadeUpDraw.Of("c", MadeUpDraw.Visit("9")),
        ];

        var row = PlanRow.Of(plan, draws);

        // 5% of the 98 who could be drawn in April and the two of March.
        Assert.Equal(new PlanRow("p", "年度计划", 5, 3, 2), row);
        Assert.Equal(0.4, row.Coverage);
    }
}

using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Tests.Planning;

public sealed class EligibilityRulesTests
{
    private static readonly UnifiedSocialCreditCode Code = UnifiedSocialCreditCode.Parse("91370402MA05JPXEHF");
    private static readonly RiskClass B = RiskClass.Parse("B");

    [Fact]
    public void An_ordinary_enterprise_can_be_drawn_in_its_class() =>
        Assert.Equal((B, null), Rules().Judge(Enterprise()));

    [Fact]
    public void An_enterprise_outside_the_scope_is_not_covered()
    {
        var rules = Rules(terms: Terms(new TaskScope { Districts = ["甲区"], Industries = ["餐饮服务"], Tags = ["重点"] }));
        Assert.True(rules.Covers(Enterprise()));
        Assert.False(rules.Covers(Enterprise() with { District = "乙区" }));
        Assert.False(rules.Covers(Enterprise() with { Industry = "药品零售" }));
        Assert.False(rules.Covers(Enterprise() with { Tags = [] }));
    }

    [Theory]
    [InlineData("注销")]
    [InlineData("吊销")]
    public void An_enterprise_that_left_the_register_is_left_out(string status) =>
        Assert.Equal(ExclusionRule.Status, Rules().Judge(Enterprise() with { Status = status }).LeftOutBy);

    [Fact]
    public void An_unclassified_enterprise_is_drawn_in_the_plans_class_or_left_out()
    {
        var unclassified = Enterprise() with { RiskClass = null };
        Assert.Equal((B, null), Rules(unclassified: B).Judge(unclassified));
        Assert.Equal(ExclusionRule.Unclassified, Rules().Judge(unclassified).LeftOutBy);
    }

    [Fact]
    public void A_class_that_the_sampling_does_not_name_is_left_out() =>
        Assert.Equal(ExclusionRule.ClassNotSampled, Rules(sampled: [RiskClass.Parse("A")]).Judge(Enterprise()).LeftOutBy);

    [Fact]
    public void Whom_the_plan_drew_this_year_is_left_out_of_that_plan_alone()
    {
        var drawn = Visit("plan-1");
        Assert.Equal(ExclusionRule.AlreadyDrawn, Rules(terms: Terms(planId: "plan-1"), visits: [drawn]).Judge(Enterprise()).LeftOutBy);
        Assert.Null(Rules(terms: Terms(planId: "plan-2"), visits: [drawn]).Judge(Enterprise()).LeftOutBy);
        Assert.Null(Rules(visits: [drawn]).Judge(Enterprise()).LeftOutBy);
    }

    [Fact]
    public void The_yearly_cap_counts_visits_of_every_task_but_exempt_ones()
    {
        var options = new RuleOptions { YearlyCap = { ["B"] = 1 } };
        Assert.Equal(ExclusionRule.YearlyCap, Rules(options, visits: [Visit()]).Judge(Enterprise()).LeftOutBy);
        Assert.Null(Rules(options, visits: [Visit(isExempt: true)]).Judge(Enterprise()).LeftOutBy);
        Assert.Null(Rules(options, visits: [Visit()], hasKeyItem: true).Judge(Enterprise()).LeftOutBy);
        Assert.Null(Rules(new RuleOptions { YearlyCap = { ["A"] = 0 } }, visits: [Visit()]).Judge(Enterprise()).LeftOutBy);
    }

    [Fact]
    public void The_grace_period_spares_the_young_of_an_industry_or_tag_until_its_last_day()
    {
        var options = new RuleOptions { GraceMonths = { ["餐饮服务"] = 6 } };
        var young = Enterprise() with { RegisteredOn = new DateOnly(2026, 6, 2) };
        Assert.Equal(ExclusionRule.GracePeriod, Rules(options).Judge(young).LeftOutBy);
        Assert.Null(Rules(options).Judge(young with { RegisteredOn = new DateOnly(2026, 6, 1) }).LeftOutBy);
        Assert.Null(Rules(options).Judge(young with { Industry = "药品零售" }).LeftOutBy);
        Assert.Null(Rules(options, hasKeyItem: true).Judge(young).LeftOutBy);
    }

    [Fact]
    public void The_preview_warns_of_a_small_roster_a_telling_class_and_short_teams()
    {
        var roster = Roster.Create([new RosterEntry(Code, B), new RosterEntry(UnifiedSocialCreditCode.Parse("91370402MA05P41UE2"), RiskClass.Parse("D"))]);
        var sampling = Sampling.ByQuotas(roster, new Dictionary<RiskClass, int> { [B] = 0, [RiskClass.Parse("D")] = 1 });
        var inspectors = InspectorList.Create([new Drawing.Inspector("ZF-1", "市监", [], [])]);
        var preview = EligibilityPreview.Of(
            new Eligibility(roster, ExclusionList.Create([]), inspectors, [], sampling), [new DepartmentTeam("市监", 2)]);

        Assert.Equal(["B", "D"], preview.Classes.Select(c => c.RiskClass));
        Assert.Equal([0.0, 1.0], preview.Classes.Select(c => c.Chance));
        Assert.Equal(2.0, Assert.Single(preview.Teams).VisitsEach);
        Assert.Collection(
            preview.Warnings,
            warning => Assert.Contains("only 2 enterprises", warning, StringComparison.Ordinal),
            warning => Assert.Contains("class D", warning, StringComparison.Ordinal),
            warning => Assert.Contains("市监 has 1 inspectors", warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(31, false)]
    public void The_preview_warns_of_a_plan_that_reaches_less_than_the_least_share(int expected, bool isWarned)
    {
        var roster = Roster.Create([new RosterEntry(Code, B)]);
        var sampling = Sampling.ByQuotas(roster, new Dictionary<RiskClass, int> { [B] = 1 });
        var coverage = new PlanCoverage(1000, expected, 300);

        var preview = EligibilityPreview.Of(
            new Eligibility(roster, ExclusionList.Create([]), InspectorList.Create([]), [], sampling, coverage), []);

        Assert.Equal(expected / 1000.0, preview.PlanShare);
        Assert.Equal(isWarned, preview.Warnings.Any(warning => warning.Contains("Rules:OverallMinimum", StringComparison.Ordinal)));
    }

    private static EligibilityRules Rules(
        RuleOptions? options = null, TaskTerms? terms = null, RiskClass? unclassified = null,
        RiskClass[]? sampled = null, bool hasKeyItem = false, PastVisit[]? visits = null) =>
        new(options ?? new RuleOptions(), terms ?? Terms(), unclassified, sampled, hasKeyItem, visits ?? []);

    private static Enterprise Enterprise() => new()
    {
        Uscc = Code,
        RiskClass = B,
        District = "甲区",
        Industry = "餐饮服务",
        Status = "存续",
        Tags = ["重点"],
        RegisteredOn = new DateOnly(2010, 1, 1),
    };

    private static TaskTerms Terms(TaskScope? scope = null, string planId = "") => new()
    {
        PlanId = planId,
        Title = "十二月抽查",
        ItemCodes = ["SP-01"],
        Departments = [new DepartmentTeam("市监", 2)],
        Scope = scope ?? TaskScope.Everybody,
        Sampling = new TaskSampling { Mode = SamplingMode.Rates, Rates = new Dictionary<string, int> { ["B"] = 500 } },
        StartsOn = new DateOnly(2026, 12, 1),
        EndsOn = new DateOnly(2026, 12, 31),
        Entropy = new TaskEntropy { Kind = EntropyKind.None },
    };

    private static PastVisit Visit(string planId = "", bool isExempt = false) =>
        new(Code, B, "draw-1", planId, new DateOnly(2026, 3, 1), isExempt, []);
}

using Inspection.App.Results;

namespace Inspection.App.Tests.Results;

public sealed class ResultRulesTests
{
    private static readonly ResultScope Scope = new(["T-001", "T-002"], new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 30));
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void ProblemsOfSubmission_WholeResult_AreNone() => Assert.Empty(RulesOf(SampleResult.Terms));

    [Theory]
    [InlineData("2026-11-08", "inspected-on")]
    [InlineData("2026-12-01", "inspected-on")]
    [InlineData("2026-11-21", "inspected-on")] // among the days of the task, and yet to come
    public void ProblemsOfSubmission_AnotherDay_IsRefused(string day, string rule) => Assert.Contains(
        rule, RulesOf(SampleResult.Terms with { InspectedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }));

    [Fact]
    public void ProblemsOfSubmission_Items_StandThereEachOnce()
    {
        var (first, second) = (SampleResult.Terms.Items[0], SampleResult.Terms.Items[1]);

        Assert.Equal(["items-missing"], RulesOf(SampleResult.Terms with { Items = [first] }));
        Assert.Equal(["items"], RulesOf(SampleResult.Terms with { Items = [first, second, first] }));
        Assert.Equal(["items"], RulesOf(SampleResult.Terms with { Items = [first, second, first with { ItemCode = "T-009" }] }));
    }

    [Theory]
    [InlineData(ResultCode.NoProblem, Disposal.None, null)]
    [InlineData(ResultCode.NoProblem, Disposal.Rectify, "disposal")]
    [InlineData(ResultCode.NoActivity, Disposal.Notify, "disposal")]
    [InlineData(ResultCode.Pending, Disposal.None, "disposal")]
    [InlineData(ResultCode.Pending, Disposal.Transfer, null)]
    [InlineData(ResultCode.Pending, Disposal.Lenient, "disposal")]
    [InlineData(ResultCode.Corrected, Disposal.None, "disposal")]
    [InlineData(ResultCode.Corrected, Disposal.Lenient, null)]
    [InlineData(ResultCode.Refused, Disposal.Lenient, "disposal")]
    [InlineData(ResultCode.Moved, Disposal.Notify, null)]
    public void ProblemsOfSubmission_CodeAndDisposal_GoTogether(ResultCode code, Disposal disposal, string? rule) => Assert.Equal(
        rule is null ? [] : [rule], RulesOf(With(code, disposal)));

    [Fact]
    public void ProblemsOfSubmission_Leniency_NeedsItsLegalBasis()
    {
        var lenient = With(ResultCode.Corrected, Disposal.Lenient);

        Assert.Equal(["legal-basis"], RulesOf(lenient with { Items = [lenient.Items[0] with { LegalBasis = " " }, lenient.Items[1]] }));
    }

    [Fact]
    public void ProblemsOfSubmission_WhatWasNotChecked_HasAReasonAndNoCode()
    {
        var (first, second) = (SampleResult.Terms.Items[0], SampleResult.Terms.Items[1]);
        var unchecked1 = new ItemResult { ItemCode = first.ItemCode, Checked = false, Finding = "当日停业" };

        Assert.Empty(RulesOf(SampleResult.Terms with { Items = [unchecked1, second] }));
        Assert.Equal(["reason-missing"], RulesOf(SampleResult.Terms with { Items = [unchecked1 with { Finding = "" }, second] }));
        Assert.Equal(["code"], RulesOf(SampleResult.Terms with { Items = [unchecked1 with { Code = ResultCode.NoProblem }, second] }));
        Assert.Equal(["disposal"], RulesOf(SampleResult.Terms with { Items = [unchecked1 with { Disposal = Disposal.Rectify }, second] }));
        Assert.Equal(["code"], RulesOf(SampleResult.Terms with { Items = [unchecked1 with { Checked = true }, second] }));
        Assert.Equal(["finding-missing"], RulesOf(SampleResult.Terms with { Items = [first, second with { Finding = "" }] }));
    }

    [Fact]
    public void ProblemsOfDraft_PartOfAResult_AreNone() => Assert.Empty(ResultRules.ProblemsOfDraft(
        SampleResult.Terms with { Items = [new ItemResult { ItemCode = "T-001", Checked = false }] }, Scope));

    [Fact]
    public void ProblemsOfDraft_WhatNobodyCanRead_IsRefused()
    {
        var item = SampleResult.Terms.Items[0];

        Assert.Equal(["text"], DraftRulesOf(SampleResult.Terms with { Notes = new string('记', ResultRules.MaxNotes + 1) }));
        Assert.Equal(["text"], DraftRulesOf(SampleResult.Terms with { Notes = "a\u0007" }));
        Assert.Empty(DraftRulesOf(SampleResult.Terms with { Notes = "第一行\r\n第二行" }));
        Assert.Equal(["text"], DraftRulesOf(SampleResult.Terms with { Items = [item with { Finding = new string('x', ResultRules.MaxFinding + 1) }] }));
        Assert.Equal(["code"], DraftRulesOf(SampleResult.Terms with { Items = [item with { Code = (ResultCode)99 }] }));
        Assert.Equal(["disposal"], DraftRulesOf(SampleResult.Terms with { Items = [item with { Disposal = (Disposal)99 }] }));
        Assert.Equal(["inspected-on"], DraftRulesOf(SampleResult.Terms with { InspectedOn = DateOnly.MaxValue }));
        Assert.Equal(["method"], DraftRulesOf(SampleResult.Terms with { Method = (InspectionMethod)99 }));
    }

    [Fact]
    public void Refuse_SeveralProblems_SaysAllOfThemAndWhere()
    {
        var refusal = ResultProblem.Refuse(ResultRules.ProblemsOfSubmission(
            SampleResult.Terms with { InspectedOn = Today.AddDays(1), Items = [SampleResult.Terms.Items[1] with { Code = null }] }, Scope, Today))!;

        Assert.Equal("inspected-on", refusal.Rule);
        Assert.Contains("inspectedOn: 2026-11-21", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains("T-001 is missing", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains("items[0].code: ", refusal.Detail, StringComparison.Ordinal);
        Assert.Null(ResultProblem.Refuse([]));
    }

    private static ResultTerms With(ResultCode code, Disposal disposal) => SampleResult.Terms with
    {
        Items =
        [
            SampleResult.Terms.Items[0] with { Code = code, Disposal = disposal, Finding = "见笔录", LegalBasis = "行政处罚法第三十三条" },
            SampleResult.Terms.Items[1],
        ],
    };

    private static IEnumerable<string> RulesOf(ResultTerms terms) =>
        ResultRules.ProblemsOfSubmission(terms, Scope, Today).Select(problem => problem.Rule);

    private static IEnumerable<string> DraftRulesOf(ResultTerms terms) =>
        ResultRules.ProblemsOfDraft(terms, Scope).Select(problem => problem.Rule);
}

using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Tests.Directory;

public sealed class ProblemsInChineseTests
{
    [Theory]
    [InlineData("201 characters, where 200 are the most", "有 201 个字，最多 200 个")]
    [InlineData("0 characters, where 1 to 50 are wanted", "有 0 个字，应为 1 至 50 个")]
    [InlineData("the department is missing", "没有填写")]
    [InlineData("the code stands in line 7 already", "与第 7 行重复")]
    [InlineData("not an existing day; write it as 2026-12-31, 2026/12/31, 20261231 or 2026年12月31日", "没有这一天；写成 2026-12-31、2026/12/31 或 2026年12月31日")]
    [InlineData("the row has 3 fields, the heading 9", "这一行有 3 列，表头有 9 列")]
    public void Of_KnownProblem_SaysItInChinese(string problem, string chinese) => Assert.Equal(chinese, ProblemsInChinese.Of(problem));

    [Fact]
    public void Of_UnknownProblem_IsNull() => Assert.Null(ProblemsInChinese.Of("something that nobody has said yet"));

    [Theory]
    [InlineData("91379901MA000000", "应为 18 位，现在是 16 位")]
    [InlineData("91379901MA0000000I", "第 18 位“I”")]
    [InlineData("91379901MA00000005", "末位校验码是“5”，按前 17 位应为“4”")]
    public void Everything_that_is_wrong_with_a_code_is_said_in_Chinese(string code, string chinese)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(code, out _, out var problem));
        Assert.Contains(chinese, ProblemsInChinese.Of(problem), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_the_rules_say_of_a_value_is_said_in_Chinese()
    {
        var enterprise = new Enterprise
        {
            Uscc = UnifiedSocialCreditCode.Parse("91379901MA00000004"), Name = new string('名', 201), District = "一\u0001", Status = "", Tags = ["a,b", ""],
        };
        var inspector = new InspectorProfile { InspectorId = "a b", Department = "", CertificateExpires = default, Skills = [""] };
        var item = new CheckItem { Code = "template", Name = "", InspectorSkill = "a;b" };

        var problems = EnterpriseRules.ProblemsOf(enterprise).Concat(InspectorRules.ProblemsOf(inspector)).Concat(CheckItemRules.ProblemsOf(item)).ToList();

        Assert.True(problems.Count >= 9, $"only {problems.Count} problems were found");
        Assert.All(problems, problem => Assert.True(ProblemsInChinese.Of(problem.Problem) is not null, problem.Problem));
        Assert.Equal("“企业名称”：有 201 个字，最多 200 个。", DirectoryRefusals.BadValue(problems[0].Column.ToString(), problems[0].Problem).Chinese);
    }
}

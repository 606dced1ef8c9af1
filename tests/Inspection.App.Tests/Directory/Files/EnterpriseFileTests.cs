using Inspection.App.Directory;
using Inspection.Drawing;
using static Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Directory;

public class EnterpriseFileTests
{
    private static readonly string A = Code(1);
    private static readonly string B = Code(2);

    [Fact]
    public void A_row_is_read_with_all_its_columns()
    {
        var row = Enterprises(
            "uscc,name,risk_class,district,industry,address,status,registered_on\n"
            + $"{A},\"瑞丰食品,有限公司\",B,青檀区,食品销售,\"解放路\n1号\",存续,2019-03-05\n").Row;

        Assert.Equal(
            new EnterpriseRow(
                UnifiedSocialCreditCode.Parse(A), RiskClass.Parse("B"), "瑞丰食品,有限公司", "青檀区", "食品销售", "解放路\n1号", "存续",
                new DateOnly(2019, 3, 5), [], 2),
            row);
    }

    [Fact]
    public void Chinese_headings_in_another_order_with_unknown_columns_between_are_understood()
    {
        var row = Enterprises($"序号, 信用风险类别 ,企业名称,统一社会信用代码,备注\r\n1,C,瑞丰,{A},x\r\n").Row;

        Assert.Equal((A, "C", "瑞丰"), (row.Uscc.ToString(), row.RiskClass.ToString(), row.Name));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Other_separators_are_seen_in_the_heading(char separator) =>
        Assert.Equal("瑞丰", Enterprises($"uscc,name,risk_class\n{A},瑞丰,A\n".Replace(',', separator)).Row.Name);

    [Fact]
    public void Full_width_and_lower_case_codes_with_blanks_around_are_normalised()
    {
        var wide = string.Concat(A.ToLowerInvariant().Select(c => (char)(c - '!' + '\uFF01')));

        var row = Enterprises($"uscc,risk_class\n\u3000{wide}\u00A0 ,　Ｂ \n").Row;

        Assert.Equal((A, "B"), (row.Uscc.ToString(), row.RiskClass.ToString()));
    }

    [Fact]
    public void Names_are_only_trimmed() =>
        Assert.Equal("Ａ１　（有限）", Enterprises($"uscc,name,risk_class\n{A},\u3000Ａ１　（有限） ,A\n").Row.Name);

    [Fact]
    public void Without_descriptions_only_what_a_draw_needs_is_kept()
    {
        var row = Enterprises(
            $"uscc,name,risk_class,district,industry,address,status\n{A},甲,A,乙,丙,丁,存续\n",
            new EnterpriseReadOptions { Descriptions = false }).Row;

        Assert.Equal(("", "", "", "", "存续"), (row.Name, row.District, row.Industry, row.Address, row.Status));
    }

    [Fact]
    public void A_wrong_check_character_is_told_with_the_right_one()
    {
        var wrong = A[..17] + (A[17] == '0' ? '1' : '0');

        var problem = Enterprises($"uscc,risk_class\n{wrong},A\n").Problem;

        Assert.Equal((FileName, 2, "uscc", wrong), (problem.File, problem.Line, problem.Column, problem.Value));
        Assert.Contains($"ask for '{A[17]}'", problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9137990100000", "18 characters, this has 13")]
    [InlineData("", "the code is missing")]
    [InlineData("9.13799010000E+17", "format the column as text")]
    [InlineData("91379901I00000001A", "character 9, 'I'")]
    public void A_code_that_is_none_is_told_why(string code, string why) =>
        Assert.Contains(why, Enterprises($"uscc,risk_class\n{code},A\n").Problem.Problem, StringComparison.Ordinal);

    [Fact]
    public void A_code_that_comes_twice_names_its_first_line_and_the_first_row_stays()
    {
        var reading = Enterprises($"uscc,risk_class\n{A},A\n{B},A\n{A.ToLowerInvariant()},B\n");

        Assert.Equal(2, reading.Rows.Count);
        Assert.Equal((4, "the code stands in line 2 already"), (reading.Problem.Line, reading.Problem.Problem));
    }

    [Fact]
    public void Lines_are_physical_also_behind_quoted_line_ends_and_empty_lines() =>
        Assert.Equal(6, Enterprises($"uscc,name,risk_class\n{A},\"a\nb\",A\n\n,,\n{B},x,??\n").Problem.Line);

    [Fact]
    public void Every_problem_of_a_row_is_told()
    {
        var reading = Enterprises("uscc,risk_class,registered_on\nX,!,2023-02-29\n");

        Assert.Equal(["uscc", "risk_class", "registered_on"], reading.Rejected.Select(row => row.Column));
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public void A_class_outside_the_allowed_ones_is_rejected()
    {
        var options = new EnterpriseReadOptions { Classes = new HashSet<RiskClass> { RiskClass.Parse("B"), RiskClass.Parse("A") } };

        Assert.Equal("class a is not one of A, B", Enterprises($"uscc,risk_class\n{A},a\n", options).Problem.Problem);
    }

    [Theory]
    [InlineData("uscc\n{0}\n")]
    [InlineData("uscc,risk_class\n{0},\u3000\n")]
    public void An_unclassified_enterprise_is_bad_unless_a_class_is_given_or_none_is_needed(string file)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, file, A);

        Assert.Contains("unclassified; give --unclassified", Enterprises(text).Problem.Problem, StringComparison.Ordinal);
        Assert.Equal(
            "B", Enterprises(text, new EnterpriseReadOptions { Unclassified = RiskClass.Parse("B") }).Row.RiskClass.ToString());
        Assert.Null(Enterprises(text, new EnterpriseReadOptions { KeepUnclassified = true }).Row.RiskClass);
    }

    [Fact]
    public void Whoever_cannot_be_drawn_needs_no_class()
    {
        var row = Enterprises($"uscc,status\n{A},注销\n").Row;

        Assert.Null(row.RiskClass);
        Assert.False(row.IsDrawable);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("存续", true)]
    [InlineData("在营", true)]
    [InlineData("开业", true)]
    [InlineData("在册", true)]
    [InlineData("存续（在营、开业、在册）", true)]
    [InlineData("存续(在营、开业、在册)", true)]
    [InlineData("在营（开业）企业", true)]
    [InlineData("注销", false)]
    [InlineData("吊销，未注销", false)]
    [InlineData("企业", false)]
    [InlineData("开业前", false)]
    [InlineData("存续（已吊销）", false)]
    [InlineData("非存续", false)]
    public void The_status_decides_who_can_be_drawn(string status, bool drawable) =>
        Assert.Equal(drawable, Enterprises($"uscc,risk_class,status\n{A},A,{status}\n").Row.IsDrawable);

    [Theory]
    [InlineData("{0},A,x", "3 fields, the heading 2")]
    [InlineData("{0}", "1 fields, the heading 2")]
    public void A_row_with_another_number_of_fields_is_rejected(string row, string why)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, row, A);

        var reading = Enterprises($"uscc,risk_class\n{text}\n{B},A\n");

        Assert.Contains(why, reading.Problem.Problem, StringComparison.Ordinal);
        Assert.Equal(B, Assert.Single(reading.Rows).Uscc.ToString());
    }

    [Theory]
    [InlineData("瑞\"丰", "inside a field")]
    [InlineData("\"瑞\"丰", "behind the closing")]
    public void Wrong_quotation_marks_within_a_line_reject_that_line_alone(string name, string why)
    {
        var reading = Enterprises($"uscc,name,risk_class\n{A},{name},A\n{B},x,A\n");

        Assert.Equal(2, reading.Problem.Line);
        Assert.Contains(why, reading.Problem.Problem, StringComparison.Ordinal);
        Assert.Equal(B, Assert.Single(reading.Rows).Uscc.ToString());
    }

    [Fact]
    public void A_field_beyond_the_limit_is_rejected_and_shown_shortened()
    {
        var reading = Enterprises($"uscc,name,risk_class\n{A},{new string('x', 70_000)},A\n{B},x,A\n");

        Assert.Contains("longer than 64 KiB", reading.Problem.Problem, StringComparison.Ordinal);
        Assert.True(reading.Problem.Value.Length < 200);
        Assert.Single(reading.Rows);
    }

    [Fact]
    public void Rows_stream_and_later_ones_are_not_read_before_they_are_asked_for()
    {
        var rejected = new List<RejectedRow>();
        var text = $"uscc,risk_class\n{A},A\n{B},A\nbad,A\n";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

        var first = EnterpriseFile.Read(stream, FileName, new EnterpriseReadOptions(), rejected.Add).First();

        Assert.Equal(A, first.Uscc.ToString());
        Assert.Empty(rejected);
        Assert.True(stream.CanRead);
    }
}

using Inspection.Drawing;
using static Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Directory;

public class InspectorFileTests
{
    private const string Heading = "inspector_id,name,department,skills,certificate_expires,recused,status\n";

    [Fact]
    public void A_row_is_read_with_lists_sorted_and_without_repetition()
    {
        var row = Inspectors(
            $"{Heading}ＳＤ００１,王伟,区市场监管局,特种设备；药品、食品 药品|计量,2026/1/5,{Code(2)}；{Code(1).ToLowerInvariant()} {Code(2)},在岗\n").Row;

        Assert.Equal(("SD001", "王伟", "区市场监管局"), (row.InspectorId, row.Name, row.Department));
        Assert.Equal(["特种设备", "药品", "计量", "食品"], row.Skills);
        Assert.Equal(row.Skills.Order(ProtocolText.Order), row.Skills);
        Assert.Equal([Code(1), Code(2)], row.Recused.Select(code => code.ToString()));
        Assert.Equal(new DateOnly(2026, 1, 5), row.CertificateExpires);
        Assert.True(row.IsActive);
    }

    [Fact]
    public void Chinese_headings_are_understood()
    {
        var row = Inspectors("状态,回避企业,证件有效期,专业,部门,姓名,执法证号\n调离,,长期,,甲,乙,7\n").Row;

        Assert.Equal(("7", "乙", "甲", DateOnly.MaxValue), (row.InspectorId, row.Name, row.Department, row.CertificateExpires));
        Assert.Empty(row.Skills);
        Assert.Empty(row.Recused);
        Assert.False(row.IsActive);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("在岗", true)]
    [InlineData("在职", true)]
    [InlineData("Active", true)]
    [InlineData("退休", false)]
    [InlineData("inactive", false)]
    public void The_status_decides_who_is_in_service(string status, bool active) =>
        Assert.Equal(active, Inspectors($"{Heading}1,王,甲,,2030-01-01,,{status}\n").Row.IsActive);

    [Theory]
    [InlineData("1,王,甲,,,,", "certificate_expires", "valid on every day")]
    [InlineData("1,王,甲,,2023-02-29,,", "certificate_expires", "not an existing day")]
    [InlineData("1,王,,,2030-01-01,,", "department", "missing")]
    [InlineData(",王,甲,,2030-01-01,,", "inspector_id", "missing")]
    [InlineData("\"1,2\",王,甲,,2030-01-01,,", "inspector_id", "','")]
    [InlineData("1.5E+16,王,甲,,2030-01-01,,", "inspector_id", "format the column as text")]
    [InlineData("1,王,\"甲;乙\",,2030-01-01,,", "department", "';'")]
    [InlineData("1,王,\"甲\u0001乙\",,2030-01-01,,", "department", "U+0001")]
    [InlineData("1,王,\"甲\"\"乙\",,2030-01-01,,", "department", "'\"'")]
    [InlineData("1,王,甲,\"食品,药品\",2030-01-01,,", "skills", "、 between skills")]
    [InlineData("1,王,甲,食品，药品,2030-01-01,,", "skills", "does not separate")]
    [InlineData("1,王,甲,,2030-01-01,9137;,", "recused", "9137: a unified social credit code has 18")]
    public void A_bad_cell_rejects_its_row(string row, string column, string why)
    {
        var reading = Inspectors(Heading + row + "\n9,李,甲,,2030-01-01,,\n");

        Assert.Equal((2, column), (reading.Problem.Line, reading.Problem.Column));
        Assert.Contains(why, reading.Problem.Problem, StringComparison.Ordinal);
        Assert.Equal("9", Assert.Single(reading.Rows).InspectorId);
    }

    [Fact]
    public void A_file_without_the_days_of_expiry_has_no_good_row()
    {
        var reading = Inspectors("inspector_id,department\n1,甲\n2,甲\n");

        Assert.Empty(reading.Rows);
        Assert.Equal(2, reading.Rejected.Count);
        Assert.Contains("no column certificate_expires (证件有效期)", reading.Rejected[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_comes_twice_names_its_first_line() =>
        Assert.Equal(
            "the number stands in line 2 already",
            Inspectors($"{Heading}1,王,甲,,2030-01-01,,\n１,李,甲,,2030-01-01,,\n").Problem.Problem);
}

using System.Text;
using Inspection.App.Directory;

namespace Inspection.App.Tests.Directory;

public sealed class RejectedRowsFileTests : IDisposable
{
    private readonly DirectoryInfo directory = System.IO.Directory.CreateTempSubdirectory("inspection-test-");

    private string FilePath => Path.Combine(directory.FullName, RejectedRowsFile.Name);

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void The_file_is_UTF_8_that_spreadsheets_recognise_and_quotes_what_needs_it()
    {
        var count = RejectedRowsFile.Write(FilePath, [new RejectedRow("名录.csv", 7, "name", "a,\"b\"\nc", "坏")]);

        Assert.Equal(1, count);
        Assert.Equal(
            "\uFEFFfile,line,column,value,problem\r\n名录.csv,7,name,\"a,\"\"b\"\"\nc\",坏\r\n",
            Encoding.UTF8.GetString(File.ReadAllBytes(FilePath)));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    public void Nothing_is_taken_for_a_formula(string value)
    {
        RejectedRowsFile.Write(FilePath, [new RejectedRow("f", 2, "c", value, "p")]);

        Assert.Contains($",c,'{value},p", File.ReadAllText(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_half_way_leaves_the_older_file_and_nothing_else()
    {
        File.WriteAllText(FilePath, "older");

        Assert.Throws<InvalidOperationException>(() => RejectedRowsFile.Write(FilePath, Failing()));

        Assert.Equal("older", File.ReadAllText(FilePath));
        Assert.Single(directory.GetFiles());
    }

    private static IEnumerable<RejectedRow> Failing()
    {
        yield return new RejectedRow("f", 2, "c", "v", "p");
        throw new InvalidOperationException("the source broke");
    }
}

using System.IO.Compression;
using Registry = Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Draws.Offline;

public sealed class DrawTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void One_command_makes_a_sample_and_draws_from_it()
    {
        var ran = work.Run("draw", "--sample", "500", "--out", "@demo").Succeeds();

        Assert.Contains("No public randomness", ran.Output, StringComparison.Ordinal);
        Assert.Contains("demonstration", ran.Output, StringComparison.Ordinal);
        work.VerifyAll("demo").Succeeds();
        work.Run("draw", "--sample", "500", "--out", "@demo").IsRefused("holds a committed draw already");
    }

    [Fact]
    public void Files_and_a_sample_exclude_each_other_and_one_of_them_is_needed()
    {
        work.Run("draw", "--out", "@d").IsRefused("--enterprises and --inspectors, or --sample");
        work.Draw("d", "--sample", "5").IsRefused("--enterprises and --inspectors, or --sample");
    }

    [Theory]
    [InlineData("--rates A=10%,B=10%,C=50%,D=100%", 4, 2, 3, 2)]
    [InlineData("--quotas A=5,B=4,C=3,D=0", 5, 4, 3, 0)]
    [InlineData("--total 8 --weights A=0,B=0,C=1,D=1000", 0, 0, 6, 2)]
    public void Every_mode_of_sampling_draws_its_quotas(string options, int a, int b, int c, int d)
    {
        work.Draw("d", options.Split(' ')).Succeeds();

        var drawn = work.Rows("d", "selected.csv").CountBy(row => row[5]).ToDictionary();
        Assert.Equal([a, b, c, d], new[] { "A", "B", "C", "D" }.Select(name => drawn.GetValueOrDefault(name)));
        work.VerifyAll("d").Succeeds();
    }

    [Fact]
    public void A_roster_of_one_class_can_be_opened()
    {
        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(Workplace.EnterpriseRows().Take(40)));

        var ran = work.Draw("d", "--disclosure", "open", "--rates", "A=50%").Succeeds();

        Assert.Contains("open.zip", ran.Output, StringComparison.Ordinal);
        using var archive = ZipFile.OpenRead(work.PathOf("d", "open.zip"));
        Assert.Equal(["notice.json", "roster.csv", "entropy.json", "draw-key.txt", "record.json"], archive.Entries.Select(entry => entry.FullName));
        work.Run("verify", "@d/open.zip", "--public", "@d/public.json").Succeeds();
    }

    [Fact]
    public void Bad_rows_stop_the_draw_and_are_all_in_one_file()
    {
        var rows = Workplace.EnterpriseRows().ToList();
        rows[4] = "x,y";
        rows[5] = rows[6];
        rows[7] = rows[7][1..];
        rows[8] = rows[8].Replace(",A,", ",Z,", StringComparison.Ordinal);
        rows[9] = rows[9].Replace("2020-01-02", "2020-02-30", StringComparison.Ordinal);
        var code = Registry.Code(10);
        var wrong = code[..17] + (code[17] == '0' ? '1' : '0');
        rows[10] = rows[10].Replace(code, wrong, StringComparison.Ordinal);
        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(rows));
        work.Write(Workplace.Inspectors, Workplace.InspectorsText().Replace("M2,甲2,市场监管局", "M2,甲2,", StringComparison.Ordinal));

        work.Draw("d").IsRefused("7 bad rows, nothing was drawn", "line 6", "rejected.csv", "--skip-invalid");

        Assert.Equal(["rejected.csv"], work.FilesIn("d"));
        var rejected = work.Read("d", "rejected.csv");
        Assert.StartsWith("file,line,column,value,problem\r\n", rejected, StringComparison.Ordinal);
        string[] wanted =
        [
            "enterprises.csv,6,,x,", "enterprises.csv,8,uscc,", "already", "enterprises.csv,9,uscc,", "18 characters",
            "enterprises.csv,10,risk_class,Z,", "enterprises.csv,11,registered_on,2020-02-30,", $"enterprises.csv,12,uscc,{wrong},",
            "inspectors.csv,4,department,,",
        ];
        Assert.All(wanted, text => Assert.Contains(text, rejected, StringComparison.Ordinal));
    }

    [Fact]
    public void Bad_rows_can_be_skipped_and_a_later_good_draw_takes_their_list_away()
    {
        var rows = Workplace.EnterpriseRows().ToList();
        rows[20] = "x,y";
        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(rows));

        var ran = work.Draw("d", "--skip-invalid").Succeeds();

        Assert.Contains("left out 1 bad row, see", ran.Error, StringComparison.Ordinal);
        Assert.Contains("6 of 56 drawn", ran.Output, StringComparison.Ordinal);
        Assert.Single(work.Rows("d", "rejected.csv"));
        work.Draw("e").IsRefused("1 bad row, nothing was drawn");
        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(Workplace.EnterpriseRows()));
        work.Draw("e").Succeeds();
        Assert.False(work.Has("e", "rejected.csv"));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("uscc,name,risk_class\n", "only a heading")]
    [InlineData("code,name\n1,2\n", "column uscc (统一社会信用代码)")]
    [InlineData("\u0001\u0000\u0002\u0000", "binary data")]
    [InlineData("<html><table>", "HTML or XML")]
    public void A_file_that_is_no_table_gets_one_clear_line(string content, string problem)
    {
        work.Write(Workplace.Enterprises, content);

        work.Draw("d").IsRefused(Workplace.Enterprises, problem);

        Assert.Empty(work.FilesIn("d"));
    }

    [Fact]
    public void A_picture_a_directory_and_a_missing_file_get_one_clear_line()
    {
        File.WriteAllBytes(work.PathOf("picture.csv"), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Ran Draw(string file) => work.Run("draw", "--enterprises", file, "--inspectors", $"@{Workplace.Inspectors}", "--out", "@d");

        Draw("@picture.csv").IsRefused("PNG image");
        Draw(work.PathOf()).IsRefused("directory");
        Draw("@nothing.csv").IsRefused("no such file");

        Assert.Empty(work.FilesIn("d"));
    }

    [Fact]
    public void A_register_without_anybody_to_draw_is_refused()
    {
        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(Workplace.EnterpriseRows().Take(3)));

        work.Draw("d").IsRefused("no enterprise in it can be drawn");
    }
}

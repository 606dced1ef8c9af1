using Inspection.Drawing;
using Registry = Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Draws.Offline;

public sealed class RevealTests : IDisposable
{
    private const string QuicknetSignature1000 =
        "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    private static readonly string[] ResultFiles =
        ["excluded.csv", "membership.json", "package.zip", "public.json", "reserves.csv", "selected.csv"];

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_revealed_draw_passes_every_check_and_says_so_in_its_report()
    {
        var ran = work.CommitAndReveal("d", "--reserve", "1");

        Assert.Equal(
            ResultFiles.Concat(["inspectors-left-out.csv", "notice.json"]).Order(StringComparer.Ordinal),
            work.FilesIn("d").Where(file => !file.StartsWith("secret/", StringComparison.Ordinal)));
        Assert.Contains("Draw draw-1: 6 of 57 drawn", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^B +12 +8\.33% +1 +1$", ran.Output);
        Assert.Matches(@"(?m)^消防 +3 +4 +4\.0 +4 +0$", ran.Output);
        Assert.Contains("Fair if one honest witness's value", ran.Output, StringComparison.Ordinal);
        Assert.Contains(Notice.Parse(work.Bytes("d", "notice.json")).Hash.ToString(), ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", work.VerifyAll("d").Succeeds().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lists_name_the_drawn_their_class_and_their_teams()
    {
        work.CommitAndReveal("d", "--quotas", "A=0,B=0,C=1,D=2", "--reserve", "2", "--team", "市场监管局:2", "--team", "消防:2:电气").Succeeds();

        var selected = work.Rows("d", "selected.csv");
        Assert.Equal(3, selected.Length);
        var recused = Assert.Single(selected, row => row[0] == Registry.Code(58));
        Assert.Equal(["云泽市第58商行", "青檀区", "零售", "文昌路58号", "D"], recused[1..6]);
        Assert.DoesNotContain("M0", recused[6] + recused[7], StringComparison.Ordinal);
        Assert.Matches("^市场监管局: M[1-5] M[1-5]; 消防: F0$", recused[6]);
        Assert.Equal("1", recused[8]);
        var reserves = work.Rows("d", "reserves.csv");
        Assert.Equal(["C", "C"], reserves.Select(row => row[5]));
        Assert.Equal(
            Enumerable.Range(0, 3).Select(i => $"{Registry.Code(i)},status").Order(StringComparer.Ordinal).Prepend("uscc,reason"),
            work.Read("d", "excluded.csv").TrimEnd().Split('\n'));
    }

    [Fact]
    public void Shortages_are_counted_and_warned_of()
    {
        var ran = work.CommitAndReveal("d", "--team", "消防:2:电气");

        Assert.Contains("6 visits are short of inspectors", ran.Error, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^消防 +3 +0 +2\.0 +6 +6$", ran.Output);
        work.VerifyAll("d").Succeeds();
    }

    [Fact]
    public void Revealing_again_with_the_same_values_writes_the_same_bytes()
    {
        work.CommitAndReveal("d").Succeeds();
        var before = ResultFiles.Select(file => work.Bytes("d", file)).ToList();
        Array.ForEach(ResultFiles, file => File.Delete(work.PathOf("d", file)));

        work.Reveal("d", "123456").Succeeds();

        Assert.Equal(before, ResultFiles.Select(file => work.Bytes("d", file)));
    }

    [Fact]
    public void Other_values_are_refused_even_where_the_first_result_was_deleted()
    {
        work.CommitAndReveal("d").Succeeds();
        Array.ForEach(ResultFiles, file => File.Delete(work.PathOf("d", file)));

        work.Reveal("d", "654321").IsRefused("张三=123456", "a draw has one result", "--attempt");

        Assert.DoesNotContain("public.json", work.FilesIn("d"));
    }

    [Fact]
    public void Values_that_the_notice_did_not_promise_fix_nothing()
    {
        work.Commit("d", "--witness", "张三", "--witness", "李四").Succeeds();
        Ran Reveal(params string[] options) => work.Run(["reveal", "--state", "@d", .. options]);

        Reveal().IsRefused("张三, 李四", "--value NAME=DIGITS");
        Reveal("--value", "张三=123456").IsRefused("李四", "missing");
        Reveal("--value", "123456").IsRefused("'123456'", "NAME=DIGITS");
        Reveal("--value", "张三=123456", "--value", "王五=123456").IsRefused("王五", "no witness");
        Reveal("--value", "张三=123456", "--value", "张三=123456").IsRefused("张三", "two values");
        Reveal("--value", "张三=123456", "--value", "李四=12345").IsRefused("李四", "exactly 6");
        Reveal("--value", "张三=123456", "--value", "李四=１23456").IsRefused("李四", "digits");
        Reveal("--drand-signature", QuicknetSignature1000).IsRefused("'ceremony'");

        Reveal("--value", "李四=000000", "--value", "张三=123456").Succeeds();
    }

    [Fact]
    public void Values_for_a_draw_without_randomness_are_refused()
    {
        work.Commit("d").Succeeds();

        work.Reveal("d", "123456").IsRefused("'none'");
    }

    [Fact]
    public void A_beacon_round_is_drawn_with_its_own_signature_only()
    {
        using var early = new Workplace(new BeforeRound1000());
        early.Commit("d", "--drand-chain", BeaconChain.Quicknet.Hash.ToString(), "--drand-round", "1000").Succeeds();
        Ran Reveal(string signature) => early.Run("reveal", "--state", "@d", "--drand-signature", signature);

        early.Run("reveal", "--state", "@d").IsRefused("round 1000", "--drand-signature");
        Reveal("b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41")
            .IsRefused("not the signature of round 1000", "api.drand.sh");
        Reveal("xyz").IsRefused("'xyz'", "hex");
        Reveal(QuicknetSignature1000.ToUpperInvariant()).Succeeds();

        var checks = early.VerifyAll("d").Succeeds().Output;
        Assert.Matches("(?m)^passed +beacon ", checks);
    }

    [Fact]
    public void A_state_that_was_changed_since_the_commitment_is_refused()
    {
        work.Commit("d", "--witness", "张三").Succeeds();
        var roster = work.Read("d", "secret", "roster.csv");
        work.Write(Path.Combine("d", "secret", "roster.csv"), roster.Replace(",D\n", ",A\n", StringComparison.Ordinal));

        work.Reveal("d", "123456").IsRefused("the notice committed to");

        Assert.DoesNotContain("public.json", work.FilesIn("d"));
    }

    [Fact]
    public void A_directory_without_a_draw_is_refused()
    {
        work.Run("reveal", "--state", "@nothing").IsRefused("notice.json", "commit wrote to");
    }

    [Fact]
    public void Row_order_and_format_of_the_input_change_no_byte_of_the_result()
    {
        work.CommitAndReveal("csv").Succeeds();

        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(Workplace.EnterpriseRows().Reverse()));
        work.CommitAndReveal("reversed").Succeeds();
        var text = "统一社会信用代码,企业名称,信用风险类别,行政区划,行业,住所,登记状态,成立日期\n"
            + string.Join('\n', Workplace.EnterpriseRows().Select(row => row.ToLowerInvariant().Replace(",a,", ",Ａ,", StringComparison.Ordinal)
                .Replace(",b,", ",B,", StringComparison.Ordinal).Replace(",c,", ",C,", StringComparison.Ordinal).Replace(",d,", ",D,", StringComparison.Ordinal)));
        File.WriteAllBytes(work.PathOf(Workplace.Enterprises), Registry.Gb18030(text));
        File.WriteAllBytes(
            work.PathOf(Workplace.Inspectors),
            Registry.Gb18030("执法证号,姓名,部门,专业,证件有效期,回避企业,状态\n" + Workplace.InspectorsText().Split('\n', 2)[1]));
        work.CommitAndReveal("gb18030").Succeeds();
        File.WriteAllBytes(
            work.PathOf(Workplace.Enterprises),
            Registry.Workbook([.. Workplace.EnterprisesText(Workplace.EnterpriseRows()).TrimEnd().Split('\n').Select(line => line.Split(','))]));
        work.CommitAndReveal("xlsx").Succeeds();

        foreach (var file in ResultFiles)
        {
            var wanted = work.Bytes("csv", file);
            Assert.All(["reversed", "gb18030", "xlsx"], other => Assert.Equal(wanted, work.Bytes(other, file)));
        }
    }

    [Fact]
    public void Names_that_hold_line_breaks_and_formulas_stay_one_harmless_row()
    {
        var rows = Workplace.EnterpriseRows().Select((row, i) => i >= 58 ? row.Replace("云泽市", "\"=1+\n1\"", StringComparison.Ordinal).Replace("\"第", "第", StringComparison.Ordinal) : row)
            .Select(row => row.Replace("商行,", row.Contains('"', StringComparison.Ordinal) ? "商行\"," : "商行,", StringComparison.Ordinal));
        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(rows));

        work.CommitAndReveal("d", "--quotas", "A=0,B=0,C=0,D=2").Succeeds();

        Assert.Equal(2, work.Rows("d", "selected.csv").Count(row => row[1].StartsWith("'=1+ 1第5", StringComparison.Ordinal)));
    }

    /// <summary>Round 1000 of quicknet came 2997 seconds after the first.</summary>
    private sealed class BeforeRound1000 : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => BeaconChain.Quicknet.TimeOf(999);
    }
}

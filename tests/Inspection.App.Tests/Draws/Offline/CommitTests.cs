using System.Runtime.Versioning;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;
using Registry = Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Draws.Offline;

public sealed class CommitTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void The_notice_says_what_the_options_said()
    {
        var first = new string('a', 64);
        work.Commit(
            "d", "--witness", "张三", "--witness", "李四", "--digits", "4", "--rates", "A=2.5%,B=5%,C=25%,D=100%", "--reserve", "2",
            "--team", "市场监管局:2", "--team", "消防:1:电气", "--starts-on", "2026-12-01", "--ends-on", "2026-12-20", "--title", "冬季抽查",
            "--authority", "某局", "--scope", "全部商行", "--task-id", "task-9", "--attempt", "2", "--previous", first).Succeeds();

        var terms = Notice.Parse(work.Bytes("d", "notice.json")).Terms;
        Assert.Equal(("draw-1", "task-9", 2, first), (terms.DrawId, terms.TaskId, terms.Attempt, terms.Previous?.ToString()));
        Assert.Equal(("冬季抽查", "某局", "全部商行"), (terms.Title, terms.Authority, terms.Scope));
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 20)), (terms.StartsOn, terms.EndsOn));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero), terms.CommittedAt);
        Assert.Equal(2, terms.Reserve);
        Assert.Equal([new TeamRequest("市场监管局", 2), new TeamRequest("消防", 1, "电气")], terms.Teams);
        var ceremony = Assert.IsType<CeremonyPlan>(terms.Entropy);
        Assert.Equal(4, ceremony.Digits);
        Assert.Equal(["张三", "李四"], ceremony.Witnesses);
        Assert.Equal(Workplace.RosterSize, terms.RosterSize);
        Assert.Equal(3, terms.Excluded.Size);
    }

    [Fact]
    public void Defaults_are_the_usual_rates_two_of_every_department_and_thirty_days_from_today_in_China()
    {
        work.Commit("d").Succeeds();

        var terms = Notice.Parse(work.Bytes("d", "notice.json")).Terms;
        var rates = Assert.IsType<RateSampling>(terms.Sampling);
        Assert.Equal([200, 500, 2500, 10000], rates.Classes.Select(c => c.Rate.Value));
        Assert.Equal([new TeamRequest("市场监管局", 2), new TeamRequest("消防", 2)], terms.Teams);
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 2)), (terms.StartsOn, terms.EndsOn));
        Assert.Equal(("draw-1", 1, null), (terms.TaskId, terms.Attempt, terms.Previous));
        Assert.IsType<NoEntropyPlan>(terms.Entropy);
        Assert.Equal(Disclosure.Sealed, terms.Disclosure);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_secret_state_is_readable_by_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions");
        System.IO.Directory.CreateDirectory(work.PathOf("d", "secret"));
        work.CommitAndReveal("d").Succeeds();

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(work.PathOf("d", "secret")));
        string[] published = ["membership.json", "notice.json", "public.json"];
        Assert.All(
            work.FilesIn("d").Except(published), file => Assert.Equal(owner, File.GetUnixFileMode(work.PathOf("d", file))));
    }

    [Fact]
    public void The_key_is_never_printed_and_is_another_one_in_every_draw_without_a_key_file()
    {
        string[] files = ["commit", "--enterprises", $"@{Workplace.Enterprises}", "--inspectors", $"@{Workplace.Inspectors}"];
        var ran = work.Run([.. files, "--out", "@a"]).Succeeds();
        work.Run([.. files, "--out", "@b"]).Succeeds();

        var key = work.Read("a", "secret", "draw-key.txt");
        Assert.Matches("^[0-9a-f]{64}\n$", key);
        Assert.NotEqual(key, work.Read("b", "secret", "draw-key.txt"));
        Assert.DoesNotContain(key.Trim(), ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.Contains("draw-20261102-010000", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rates A=1", "A=1", "percentage")]
    [InlineData("--rates A=1%,A=2%", "twice", "A")]
    [InlineData("--rates A=1% --quotas A=1", "exclude each other", "")]
    [InlineData("--total 5", "--weights", "--total")]
    [InlineData("--total 58 --weights A=1,B=1,C=1,D=1", "58", "57")]
    [InlineData("--quotas A=38,B=0,C=0,D=0", "quota 38", "37")]
    [InlineData("--quotas A=0,B=0,C=0,D=0", "every quota is 0", "")]
    [InlineData("--rates A=1%", "class B", "rejected.csv")]
    [InlineData("--team 市场监管局", "DEPARTMENT:SIZE", "")]
    [InlineData("--team 市场监管局:21", "1 to 20", "")]
    [InlineData("--team 市场监督局:2", "'市场监督局'", "消防")]
    [InlineData("--reserve 1001", "--reserve '1001'", "from 0 to 1000")]
    [InlineData("--starts-on 2026-02-30", "2026-02-30", "YYYY-MM-DD")]
    [InlineData("--starts-on 2026-12-02 --ends-on 2026-12-01", "2026-12-02", "2026-12-01")]
    [InlineData("--attempt 2", "previous", "")]
    [InlineData("--previous abc", "abc", "64")]
    [InlineData("--task-id a_b", "taskId 'a_b'", "")]
    [InlineData("--disclosure open", "4 classes", "")]
    [InlineData("--unclassified !", "'!'", "risk class")]
    [InlineData("--witness 张三 --witness 张三", "same name", "")]
    [InlineData("--witness a=b", "a=b", "")]
    [InlineData("--witness 张三 --digits 65", "--digits '65'", "from 1 to 64")]
    [InlineData("--digits 3", "--witness", "")]
    [InlineData("--witness 张三 --drand-round 5", "exclude each other", "")]
    [InlineData("--drand-round 5", "--drand-chain", "")]
    [InlineData("--drand-chain 5a --drand-round 5", "'5a'", "64")]
    [InlineData("--draw-key-file @enterprises.csv", "64 hex digits", "")]
    [InlineData("--draw-key-file @nothing", "no such file", "")]
    public void Options_that_cannot_be_kept_are_refused_and_leave_no_draw(string options, string what, string wanted)
    {
        string[] words = options.Split(' ');
        string[] files = ["commit", "--enterprises", $"@{Workplace.Enterprises}", "--inspectors", $"@{Workplace.Inspectors}", "--out", "@d"];
        work.Run([.. files, .. words]).IsRefused(what, wanted);

        Assert.Empty(work.FilesIn("d").Except(["rejected.csv"]));
    }

    [Fact]
    public void A_directory_that_holds_a_draw_is_refused_and_stays_as_it_was()
    {
        work.Commit("d").Succeeds();
        var before = work.FilesIn("d").Select(file => work.Read("d", file)).ToList();

        work.Commit("d").IsRefused("holds a committed draw already", "--attempt");

        Assert.Equal(before, work.FilesIn("d").Select(file => work.Read("d", file)));
    }

    [Fact]
    public void A_refused_commit_takes_away_only_what_it_wrote()
    {
        System.IO.Directory.CreateDirectory(work.PathOf("d", "secret"));
        work.Write(Path.Combine("d", "secret", "mine.txt"), "kept");

        work.Commit("d", "--total", "58", "--weights", "A=1,B=1,C=1,D=1").IsRefused("58");

        Assert.Equal(["secret/mine.txt"], work.FilesIn("d"));
    }

    [Fact]
    public void Whoever_cannot_serve_is_listed_with_the_reason()
    {
        var ran = work.Commit("d").Succeeds();

        Assert.Contains("1 without certificate to the last day, 1 not active", ran.Error, StringComparison.Ordinal);
        Assert.Equal(
            [["M6", "市场监管局", "the certificate ends on 2026-11-20 and the task on 2026-12-02"], ["M7", "市场监管局", "status 退休"]],
            work.Rows("d", "inspectors-left-out.csv"));
        Assert.Equal(9, Notice.Parse(work.Bytes("d", "notice.json")).Terms.Inspectors.Size);
    }

    [Fact]
    public void A_team_that_nobody_can_fill_is_drawn_with_a_warning()
    {
        var ran = work.Commit("d", "--team", "消防:2:潜水").Succeeds();

        Assert.Contains("warning: 0 of 消防 with the skill 潜水 can serve", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_can_serve_and_no_team_named_is_refused()
    {
        work.Write(Workplace.Inspectors, "inspector_id,name,department,certificate_expires\nM1,甲,市场监管局,2020-01-01\n");

        work.Commit("d").IsRefused("no inspector can serve");
    }

    [Fact]
    public void Unclassified_enterprises_are_bad_rows_unless_a_class_is_given()
    {
        var rows = Workplace.EnterpriseRows().Select((row, i) => i == 30 ? row.Replace(",A,", ",,", StringComparison.Ordinal) : row);
        work.Write(Workplace.Enterprises, Workplace.EnterprisesText(rows));

        work.Commit("d").IsRefused("line 32", "--unclassified CLASS");
        work.Commit("d", "--unclassified", "B").Succeeds();

        Assert.Contains($"{Registry.Code(30)},B\n", work.Read("d", "secret", "roster.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_is_out_is_refused_with_a_later_one()
    {
        var time = new ManualTime();
        var out1 = (time.GetUtcNow().ToUnixTimeSeconds() - BeaconChain.Quicknet.GenesisUnixSeconds) / BeaconChain.Quicknet.PeriodSeconds;
        string[] chain = ["--drand-chain", BeaconChain.Quicknet.Hash.ToString(), "--drand-round"];

        work.Commit("d", [.. chain, $"{out1}"]).IsRefused($"round {out1} was out at", "later one");
        var ran = work.Commit("d", [.. chain, $"{out1 + 200}"]).Succeeds();

        Assert.Contains("2026-11-02 01:", ran.Error, StringComparison.Ordinal);
    }
}

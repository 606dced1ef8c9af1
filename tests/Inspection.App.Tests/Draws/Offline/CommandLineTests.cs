using Inspection.App.Terminal;

namespace Inspection.App.Tests.Draws.Offline;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData("drwa --sample 10", "'drwa'", "draw")]
    [InlineData("sample --out @s --typo", "'--typo'", "--random-seed")]
    [InlineData("sample --out @s extra", "'extra'", "sample")]
    [InlineData("serve now", "'now'", "serve")]
    [InlineData("--urls=http://localhost:1 http://localhost:2", "'http://localhost:2'", "")]
    [InlineData("draw --sample 10", "--out", "required")]
    [InlineData("sample --out @s --enterprises many", "'many'", "from 1 to 50000000")]
    [InlineData("sample --out @s --enterprises 0", "'0'", "from 1 to 50000000")]
    [InlineData("sample --out @s --inspectors -1", "'-1'", "from 0 to 999999")]
    [InlineData("draw --out @s --sample 0", "--sample '0'", "from 1")]
    [InlineData("commit --enterprises a --inspectors b --out @s --disclosure half", "half", "sealed")]
    public void A_wrong_word_is_an_error_and_never_starts_the_service(string words, string what, string wanted)
    {
        var ran = work.Run(words.Split(' '));

        ran.IsRefused(what, wanted);
        Assert.Contains("--help' tells how", ran.Error, StringComparison.Ordinal);
        Assert.Empty(work.FilesIn("s"));
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("commit")]
    [InlineData("reveal")]
    [InlineData("draw")]
    [InlineData("verify")]
    [InlineData("certificate")]
    public void Every_command_has_help_that_describes_each_option(string command)
    {
        var help = work.Run(command, "--help").Succeeds().Output;

        var options = help[help.IndexOf("Options:", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("  -", StringComparison.Ordinal));
        Assert.All(options, line => Assert.Matches(@"^  -\S.*\S {2,}\S", line));
    }

    [Fact]
    public void Plain_output_has_no_escape_codes_and_never_breaks_a_line()
    {
        work.CommitAndReveal("d").Succeeds();
        var ran = work.VerifyAll("d").Succeeds();

        Assert.DoesNotContain('\e', ran.Output + ran.Error);
        Assert.All(ran.Output.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.Equal(17, ran.Output.Split('\n').Count(line => line.StartsWith("passed ", StringComparison.Ordinal) || line.StartsWith("not possible ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_random_seed_gives_the_same_sample()
    {
        work.Run("sample", "--out", "@a", "--enterprises", "50", "--inspectors", "9", "--random-seed", "5").Succeeds();
        work.Run("sample", "--out", "@b", "--enterprises", "50", "--inspectors", "9", "--random-seed", "5").Succeeds();
        work.Run("sample", "--out", "@c", "--enterprises", "50", "--inspectors", "9", "--random-seed", "6").Succeeds();

        Assert.Equal(work.Bytes("a", "enterprises.csv"), work.Bytes("b", "enterprises.csv"));
        Assert.Equal(work.Bytes("a", "inspectors.csv"), work.Bytes("b", "inspectors.csv"));
        Assert.NotEqual(work.Bytes("a", "enterprises.csv"), work.Bytes("c", "enterprises.csv"));
    }

    [Fact]
    public void A_file_in_place_of_the_output_directory_is_refused()
    {
        work.Run("sample", "--out", $"@{Workplace.Enterprises}").IsRefused("is a file");
        work.Commit($"{Workplace.Enterprises}/below").IsRefused("is a file");
    }

    [Fact]
    public void Long_work_stops_when_it_is_cancelled_and_leaves_nothing_half_written()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var screen = Screen.Plain(TextWriter.Null, TextWriter.Null);

        Assert.Throws<OperationCanceledException>(() =>
            App.Directory.SampleCommand.Run(work.PathOf("s"), 1000, 10, 1, screen, cancelled.Token));

        Assert.Empty(work.FilesIn("s"));
    }
}

using System.CommandLine;
using Inspection.App.Ledger;
using Inspection.App.Terminal;

namespace Inspection.App.Tests.Ledger;

public sealed class LedgerCommandTests : IDisposable
{
    private readonly LedgerFixture fixture = new();

    private string FilePath => Path.Combine(fixture.Folder, "ledger.jsonl");

    private string Setting => $"--Storage:Path={fixture.Folder}";

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task An_exported_ledger_is_checked_offline_against_a_head_that_was_kept()
    {
        var entries = await fixture.AppendAsync(4);
        Assert.Equal(0, Run("ledger", "export", "--out", FilePath, Setting).Code);

        Assert.Equal(0, Run("ledger", "verify", "--file", FilePath).Code);
        Assert.Equal(0, Run("ledger", "verify", "--file", FilePath, "--head", $"{entries[1].Head}").Code);
        Assert.Contains($"{entries[3].Head}", Run("ledger", "verify", Setting).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("ledger", "verify", Setting, "--head", $"{entries[3].Head}").Code);
        Assert.Equal(1, Run("ledger", "verify", Setting, "--head", $"3:{entries[3].Hash}").Code);
        Assert.Equal(1, Run("ledger", "verify", Setting, "--head", $"5:{entries[3].Hash}").Code);
    }

    [Theory]
    [InlineData("change", 3)]
    [InlineData("gap", 2)]
    [InlineData("swap", 2)]
    [InlineData("repeat", 3)]
    [InlineData("cut", 4)]
    [InlineData("space", 2)]
    [InlineData("twice", 1)]
    [InlineData("garbage", 5)]
    public async Task What_was_done_to_a_file_is_found_at_its_entry(string deed, int number)
    {
        var head = (await fixture.AppendAsync(5))[^1].Head;
        Run("ledger", "export", "--out", FilePath, Setting);
        var lines = await File.ReadAllLinesAsync(FilePath, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(FilePath, Done(deed, [.. lines]), TestContext.Current.CancellationToken);

        var (code, output) = Run("ledger", "verify", "--file", FilePath, "--head", $"{head}");

        Assert.Equal(1, code);
        Assert.StartsWith($"FAILED entry {number}: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ledger", "verify", "--file", "/no/such/file")]
    [InlineData("ledger", "verify", "--head", "12")]
    [InlineData("ledger", "verify", "--fiel", "x")]
    [InlineData("ledger", "export")]
    public void Wrong_usage_ends_with_2(params string[] args) => Assert.Equal(2, Run(args).Code);

    private static List<string> Done(string deed, List<string> lines)
    {
        switch (deed)
        {
            case "change":
                lines[2] = lines[2].Replace("draw-3", "draw-8", StringComparison.Ordinal);
                break;
            case "gap":
                lines.RemoveAt(1);
                break;
            case "swap":
                (lines[1], lines[2]) = (lines[2], lines[1]);
                break;
            case "repeat":
                lines.Insert(2, lines[1]);
                break;
            case "cut":
                lines.RemoveRange(3, 2);
                break;
            case "space":
                lines[1] = lines[1].Replace(",\"hash\"", ", \"hash\"", StringComparison.Ordinal);
                break;
            case "twice":
                lines[0] = lines[0].Replace("{\"data\":", "{\"data\":{},\"data\":", StringComparison.Ordinal);
                break;
            default:
                lines[4] = lines[4][..40];
                break;
        }

        return lines;
    }

    private static (int Code, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var screen = Screen.Plain(output, error);
        var code = CommandLine.Run(new RootCommand { LedgerCommand.Create(screen) }, args, screen);
        return (code, output.ToString());
    }
}

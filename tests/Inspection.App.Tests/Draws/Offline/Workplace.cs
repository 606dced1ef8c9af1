using System.Text;
using Inspection.App.Hosting;
using Inspection.App.Terminal;
using Inspection.App.Tests.Storage;
using Registry = Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Draws.Offline;

/// <summary>A folder with a small registry, in which commands run as from a script: in a pipe, at a time that stands still.</summary>
internal sealed class Workplace : IDisposable
{
    public const string Enterprises = "enterprises.csv";
    public const string Inspectors = "inspectors.csv";
    public const int RosterSize = 57;

    private const string Heading = "uscc,name,risk_class,district,industry,address,status,registered_on";

    private readonly TemporaryFolder folder = new();
    private readonly TimeProvider clock;

    public Workplace(TimeProvider? clock = null)
    {
        this.clock = clock ?? new ManualTime();
        Write(Enterprises, EnterprisesText(EnterpriseRows()));
        Write(Inspectors, InspectorsText());
        Write("key.txt", new string('7', 64));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>60 enterprises: 40 A, 12 B, 6 C, 2 D; the first three of class A have left the register.</summary>
    public static IEnumerable<string> EnterpriseRows() => Enumerable.Range(0, 60).Select(i =>
    {
        var riskClass = i switch { < 40 => 'A', < 52 => 'B', < 58 => 'C', _ => 'D' };
        var status = i < 3 ? "注销" : "存续";
        return $"{Registry.Code(i)},云泽市第{i}商行,{riskClass},青檀区,零售,文昌路{i}号,{status},2020-01-02";
    });

    public static string EnterprisesText(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Heading)) + "\n";

    /// <summary>8 of 市场监管局, of whom one is expired and one retired; 3 of 消防, one of them with the skill 电气.</summary>
    public static string InspectorsText()
    {
        var text = new StringBuilder("inspector_id,name,department,skills,certificate_expires,recused,status\n");
        for (var i = 0; i < 8; i++)
        {
            var (expires, status) = (i == 6 ? "2026-11-20" : "2039-12-31", i == 7 ? "退休" : "在岗");
            text.Append($"M{i},甲{i},市场监管局,食品,{expires},{(i == 0 ? Registry.Code(58) : "")},{status}\n");
        }

        for (var i = 0; i < 3; i++)
            text.Append($"F{i},乙{i},消防,{(i == 0 ? "电气" : "")},2039-12-31,,在岗\n");
        return text.ToString();
    }

    public string PathOf(params string[] parts) => Path.Combine([folder.Path, .. parts]);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    public byte[] Bytes(params string[] parts) => File.ReadAllBytes(PathOf(parts));

    public bool Has(params string[] parts) => File.Exists(PathOf(parts));

    /// <summary>Names below a directory, with / between them, in order; nothing where it does not exist.</summary>
    public string[] FilesIn(string directory) => !System.IO.Directory.Exists(PathOf(directory)) ? [] :
    [
        .. System.IO.Directory.EnumerateFiles(PathOf(directory), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PathOf(directory), file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs a command; words that start with @ are paths below the folder.</summary>
    public Ran Run(params string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var screen = Screen.Plain(output, error);
        string[] args = [.. words.Select(word => word.StartsWith('@') ? PathOf(word[1..].Split('/')) : word)];
        return new Ran(CommandLine.Run(InspectionCommands.Create(screen, clock), args, screen), output.ToString(), error.ToString());
    }

    /// <summary>Commits the registry into a directory with a known key, and one witness unless the options say else.</summary>
    public Ran Commit(string directory, params string[] options) => Run(
    [
        "commit", "--enterprises", $"@{Enterprises}", "--inspectors", $"@{Inspectors}", "--out", $"@{directory}",
        "--draw-key-file", "@key.txt", "--draw-id", "draw-1", .. options,
    ]);

    /// <summary>Commits with one witness and reveals with the value 123456.</summary>
    public Ran CommitAndReveal(string directory, params string[] options)
    {
        Commit(directory, ["--witness", "张三", .. options]).Succeeds();
        return Reveal(directory, "123456");
    }

    public Ran Reveal(string directory, string value) => Run("reveal", "--state", $"@{directory}", "--value", $"张三={value}");

    /// <summary>Draws from the registry into a directory, without randomness from outside.</summary>
    public Ran Draw(string directory, params string[] options) => Run(
    [
        "draw", "--enterprises", $"@{Enterprises}", "--inspectors", $"@{Inspectors}", "--out", $"@{directory}",
        "--draw-key-file", "@key.txt", "--draw-id", "draw-1", .. options,
    ]);

    public Ran VerifyAll(string directory) => Run(
        "verify", $"@{directory}/package.zip", "--public", $"@{directory}/public.json", "--membership", $"@{directory}/membership.json");

    /// <summary>Rows of a list made for spreadsheets, split at every comma, without the heading.</summary>
    public string[][] Rows(params string[] parts) =>
        [.. Read(parts).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
}

/// <summary>How a command ended and what it wrote.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    public Ran Succeeds()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        return this;
    }

    /// <summary>Ends with exit code 2 and one line of error that holds all of these.</summary>
    public void IsRefused(params string[] essentials)
    {
        Assert.Equal(Terminal.ExitCode.WrongInput, ExitCode);
        Assert.Empty(Output);
        var line = Assert.Single(Error.Split('\n'), text => text.StartsWith("error: ", StringComparison.Ordinal));
        Assert.All(essentials, essential => Assert.Contains(essential, line, StringComparison.Ordinal));
    }
}

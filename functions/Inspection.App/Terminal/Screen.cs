using Spectre.Console;
using Spectre.Console.Rendering;

namespace Inspection.App.Terminal;

/// <summary>
/// Where a command writes: results to standard output, progress and warnings to standard error. At a terminal tables
/// have lines and long work shows a spinner; in a pipe or a file everything is plain text.
/// </summary>
internal sealed class Screen(IAnsiConsole output, IAnsiConsole error)
{
    // Plain output is for scripts and files: a line is never broken, however long.
    private const int PlainWidth = 1 << 20;

    /// <summary>The process's own streams.</summary>
    public static Screen OfProcess() => new(
        Create(Console.Out, Console.IsOutputRedirected), Create(Console.Error, Console.IsErrorRedirected));

    /// <summary>Plain text into writers, as in a pipe.</summary>
    public static Screen Plain(TextWriter output, TextWriter error) =>
        new(Create(output, isPlain: true), Create(error, isPlain: true));

    public TextWriter Output => output.Profile.Out.Writer;

    public TextWriter Error => error.Profile.Out.Writer;

    public void Line(string text = "") => Output.WriteLine(text);

    public void Heading(string text)
    {
        Line();
        output.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        Line();
    }

    /// <summary>Bytes as they are, for standard output that is kept in a file.</summary>
    public void Raw(ReadOnlySpan<byte> utf8) => Output.Write(System.Text.Encoding.UTF8.GetString(utf8));

    public void Warn(string text) => Colored(text, "warning: ", Color.Yellow);

    public void Fail(string text) => Colored(text, "error: ", Color.Red);

    public void Table(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        var isPlain = !output.Profile.Capabilities.Interactive;
        var table = new Table { Border = isPlain ? TableBorder.None : TableBorder.Rounded };
        foreach (var title in heading)
            table.AddColumn(new TableColumn(new Text(title)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        if (isPlain)
            WritePlain(table);
        else
            output.Write(table);
    }

    /// <summary>Does long work and shows its step while it lasts; plain output names each step on a line of its own.</summary>
    public T Work<T>(string title, Func<IProgress<string>, T> work)
    {
        if (error.Profile.Capabilities.Interactive)
            return error.Status().Start(Markup.Escape(title), status => work(new Steps(step => status.Status(Markup.Escape(step)))));
        Note(title);
        return work(new Steps(Note));
    }

    /// <summary>A line of progress, on standard error.</summary>
    public void Note(string text) => Error.WriteLine(text);

    // The padding that aligns the last column would only be in the way of whoever reads the lines by a program.
    private void WritePlain(Table table)
    {
        var text = string.Concat(table.GetSegments(output).Select(static segment => segment.Text));
        foreach (var line in text.TrimEnd().Split('\n'))
            Line(line.TrimEnd());
    }

    private void Colored(string text, string label, Color color)
    {
        error.Write(new Text(label, new Style(color)));
        Error.WriteLine(text);
    }

    private static IAnsiConsole Create(TextWriter writer, bool isPlain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPlain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isPlain)
            console.Profile.Width = PlainWidth;
        return console;
    }

    private sealed class Steps(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}

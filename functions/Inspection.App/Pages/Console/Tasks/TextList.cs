namespace Inspection.App.Pages.Console;

/// <summary>Names that people write into one field, apart by lines, commas or 、.</summary>
internal static class TextList
{
    private static readonly char[] Between = ['\n', '\r', ',', '，', '、', ';', '；'];

    public static IReadOnlyList<string> Read(string? text) =>
        [.. (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>Names that stand on a line each and may hold commas; the same name twice stays twice, to be told of.</summary>
    public static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Write(IEnumerable<string> names) => string.Join('\n', names);

    /// <summary>The same on one line.</summary>
    public static string InLine(IEnumerable<string> names) => string.Join('、', names);
}

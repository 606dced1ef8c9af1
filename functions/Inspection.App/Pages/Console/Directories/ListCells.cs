namespace Inspection.App.Pages.Console;

/// <summary>Several short entries in one field of a form, as a person types them: separated by 、 ， ; ； , or line breaks.</summary>
internal static class ListCells
{
    private static readonly char[] Separators = ['、', '，', ',', ';', '；', '\n', '\r'];

    public static IReadOnlyList<string> Read(string? text) =>
        (text ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static string Write(IEnumerable<string> entries) => string.Join("、", entries);
}

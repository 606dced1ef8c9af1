namespace Inspection.App.Directory;

/// <summary>Short lists, such as tags and skills, in one column or cell: joined by semicolons, which no entry holds.</summary>
internal static class ListText
{
    public static string Join(IEnumerable<string> entries) => string.Join(';', entries);

    public static IReadOnlyList<string> Split(string text) => text.Length == 0 ? [] : text.Split(';');
}

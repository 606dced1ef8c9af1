using System.Globalization;
using System.Text;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// What texts of the directories may hold, whoever sends them: a file or a person. Each gives a problem or null.
/// </summary>
internal static class TextRules
{
    /// <summary>Characters of an id or code of one's own.</summary>
    public const int MaxId = 50;

    private const int MaxEntries = 30;
    private const int MaxEntry = 50;

    // Parts of addresses of the API that stand where an id stands.
    private static readonly string[] Reserved = ["template", "export", "import"];

    public static string? ProblemOf(string text, int most) => text.Length > most
        ? $"{text.Length} characters, where {most} are the most"
        : ProtocolText.ProblemIn(text);

    /// <summary>An id stands in files, keys and addresses: letters of any script, digits and - _ . ( ) alone.</summary>
    public static string? ProblemOfId(string id)
    {
        if (id.Length is 0 or > MaxId)
            return $"{id.Length} characters, where 1 to {MaxId} are wanted";
        if (Reserved.Contains(id))
            return $"'{id}' is a word of the API's addresses; choose another";
        foreach (var rune in id.EnumerateRunes())
        {
            if (!IsOfId(rune))
                return $"'{rune}' cannot stand in it: letters, digits and - _ . ( ) can";
        }

        return id.Trim('.').Length == 0 ? "dots alone are no id" : null;
    }

    /// <summary>Whether the directories can hold something of this id.</summary>
    public static bool IsId(string id) => ProblemOfId(id) is null;

    public static string? ProblemOfEntries(IReadOnlyList<string> entries)
    {
        if (entries.Count > MaxEntries)
            return $"{entries.Count} entries, where {MaxEntries} are the most";
        foreach (var entry in entries)
        {
            if (entry.Length == 0)
                return "an entry is empty";
            if ((ProblemOf(entry, MaxEntry) ?? ProtocolText.ProblemInField(entry)) is { } problem)
                return $"'{CellText.Shown(entry)}': {problem}";
        }

        return null;
    }

    /// <summary>The entries trimmed, in the protocol's order, none twice. JSON may hold null for one: it is empty.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string?> entries) =>
        [.. entries.Select(entry => CellText.Trim(entry ?? "")).Distinct(StringComparer.Ordinal).Order(ProtocolText.Order)];

    private static bool IsOfId(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || (rune.IsAscii && "-_.()".Contains((char)rune.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;
}

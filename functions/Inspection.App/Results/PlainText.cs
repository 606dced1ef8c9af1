using Inspection.Drawing;

namespace Inspection.App.Results;

/// <summary>What people write in their own words: any characters but controls; lines where there is room for them.</summary>
internal static class PlainText
{
    /// <summary>Why the text cannot be kept, or null.</summary>
    public static string? ProblemOf(string text, int most)
    {
        if (text.Length > most)
            return $"{text.Length} characters, where {most} are the most";
        return ProtocolText.ProblemIn(text.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\t', ' '));
    }

    /// <summary>Why the text cannot be kept as one line that says something, or null.</summary>
    public static string? ProblemOfLine(string text, int most)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > most)
            return $"{text.Length} characters, where 1 to {most} are wanted";
        return ProtocolText.ProblemIn(text);
    }
}

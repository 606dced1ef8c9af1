using System.Text;

namespace Inspection.App.Directory;

/// <summary>
/// Gives one string for equal cells of a column with few different values, such as a status or a district, so that a
/// million rows share a handful of strings. It stops keeping new ones when the column turns out to have many.
/// </summary>
internal sealed class TextPool
{
    private const int MaxKept = 4096;
    private const int MaxPooledBytes = 256;

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TextPool() => lookup = kept.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The trimmed text of a cell.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        if (utf8.Length > MaxPooledBytes)
            return CellText.Decode(utf8);
        Span<char> decoded = stackalloc char[MaxPooledBytes];
        var text = CellText.Trim(decoded[..Encoding.UTF8.GetChars(utf8, decoded)]);
        if (lookup.TryGetValue(text, out var known))
            return known;
        var fresh = text.ToString();
        if (kept.Count < MaxKept)
            kept.Add(fresh);
        return fresh;
    }
}
